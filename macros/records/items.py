"""Which data items go from whom to whom: flows, and the nested item lists that they carry.

Names stay as printed; which item a name means is the vocabulary's business.
"""

from collections.abc import Collection, Iterator
from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic.json_schema import JsonSchemaValue

from macros.records.record import Record, ShortRecord, Text, Texts, ValuePath, wrong

NONE = "なし"
AND_OTHERS = "等"


class ItemUse(ShortRecord):
    """One item as a document names it: 「掛金額（退職等年金、短期、介護）」 is a name with kinds."""

    name: Text = Field(alias="項目", title="個人情報の項目")
    parts: "ItemList | None" = Field(None, alias="内訳", title="項目をさらに分けた項目")
    kinds: tuple[Text, ...] = Field((), alias="種別", title="項目そのものではない種類分け")
    note: Text | None = Field(None, alias="注", title="（任意）など、項目に添えられた語")
    is_group: ClassVar[bool] = False
    SHORT: ClassVar[str] = "項目"
    OR_ELSE: ClassVar[tuple[str, ...]] = (AND_OTHERS,)  # at the end of a list


class ItemGroup(Record):
    """Items that a document lists for one case only: 「特別区民税・都民税：整理番号」."""

    label: Text = Field(alias="区分", title="どの場合・だれの・いつの項目か")
    operations: Texts = Field((), alias="業務", title="その区分だけの業務")
    items: "ItemList" = Field(alias="項目", title="その区分の項目")
    is_group: ClassVar[bool] = True


def _kind_of_entry(value: Any) -> str:
    is_group = isinstance(value, ItemGroup) or (isinstance(value, dict) and "区分" in value)
    return "group" if is_group else "item"


ItemEntry: TypeAlias = Annotated[
    Annotated[ItemUse, Tag("item")] | Annotated[ItemGroup, Tag("group")], Discriminator(_kind_of_entry)
]


class ItemList(Record):
    """Entries in printed order. An explicit なし is an empty list; 等 at the end says that more may follow."""

    entries: tuple[ItemEntry, ...]
    and_others: bool = False

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: Any) -> Any:
        if value == NONE:
            return {"entries": []}
        if not isinstance(value, list) or not value:
            raise wrong("項目は [氏名, 住所] のような一覧か、「なし」と書いてください。")
        others = value[-1] == AND_OTHERS
        return {"entries": value[:-1] if others else value, "and_others": others}

    @classmethod
    def schema_as_written(cls, mapping: JsonSchemaValue) -> JsonSchemaValue:
        """A list, or なし."""
        return {"anyOf": [{"const": NONE}, mapping["properties"]["entries"] | {"minItems": 1}]}

    def uses(self, at: ValuePath = ()) -> Iterator[tuple[ValuePath, ItemUse]]:
        """Every item at any depth, in printed order, with its place in the file below `at`."""
        for position, entry in enumerate(self.entries):
            place = (*at, position)
            if isinstance(entry, ItemGroup):
                yield from entry.items.uses((*place, "項目"))
                continue
            yield place, entry
            if entry.parts:
                yield from entry.parts.uses((*place, "内訳"))

    def uses_for(self, operations: Collection[str], is_own: bool = False) -> Iterator[tuple[bool, ItemUse]]:
        """Every item but those of other operations' 区分, in printed order; True for those of a 区分 of one of these."""
        for entry in self.entries:
            if isinstance(entry, ItemGroup):
                if not entry.operations or not set(operations).isdisjoint(entry.operations):
                    yield from entry.items.uses_for(operations, is_own or bool(entry.operations))
                continue
            yield is_own, entry
            yield from entry.parts.uses_for(operations, is_own) if entry.parts else ()


class Flow(Record):
    """Items that go from one party to another. A direction that the source does not state is None.

    `content` stands for the items where a document only says as a whole what goes: 「口座振替受付結果データ」.
    """

    heading: Text | None = Field(None, alias="見出し", title="原文の見出し")
    source: Text | None = Field(None, alias="から", title="だれから")
    destination: Text | None = Field(None, alias="へ", title="だれへ")
    means: Text | None = Field(None, alias="手段", title="どの手段で")
    content: Text | None = Field(None, alias="内容", title="渡るもの（項目の一覧がないとき）")
    items: ItemList = Field(alias="項目", title="個人情報の項目")

    @model_validator(mode="before")
    @classmethod
    def _with_content_alone(cls, value: Any) -> Any:
        has_content_alone = isinstance(value, dict) and "内容" in value and "項目" not in value
        return {**value, "項目": NONE} if has_content_alone else value

    @classmethod
    def schema_as_written(cls, mapping: JsonSchemaValue) -> JsonSchemaValue:
        """With 項目 or 内容."""
        return {**mapping, "required": [], "anyOf": [{"required": ["項目"]}, {"required": ["内容"]}]}

    @property
    def is_none(self) -> bool:
        """Whether the source says explicitly that nothing flows here."""
        return not self.items.entries and self.content is None


ItemUse.model_rebuild()
ItemGroup.model_rebuild()
