"""The ward, its council and this site: everything that would change for another municipality."""

from urllib.parse import quote

from pydantic import Field, ValidationInfo, field_validator, model_validator

from macros.records.contact import Contact
from macros.records.dates import Day
from macros.records.record import Exemptions, Number, Record, Text, wrong


class Municipality(Record):
    """The municipality that consults."""

    name: Text = Field(alias="名前", title="自治体の名前")
    reading: Text = Field(alias="読み", title="読み")
    kind: Text = Field(alias="種類", title="区・市・町・村")
    code: Text | None = Field(None, alias="団体コード", title="全国地方公共団体コード（6桁）")

    @field_validator("code")
    @classmethod
    def _checks_itself(cls, code: str | None) -> str | None:
        """The sixth digit checks the others: weights 6 to 2, modulo 11 (総務省 全国地方公共団体コード, 検証番号)."""
        if code is None:
            return None
        if not (code.isascii() and code.isdigit() and len(code) == len("131121")):
            raise wrong(f"団体コード「{code}」は6桁の数字ではありません。検証番号を含む6桁で書いてください。")
        weighted = sum(int(digit) * weight for digit, weight in zip(code[:5], (6, 5, 4, 3, 2), strict=True))
        expected = (11 - weighted % 11) % 10
        if int(code[5]) != expected:
            raise wrong(
                f"団体コード「{code}」の6桁目は、はじめの5桁から計算すると{expected}です。番号を確かめてください。"
            )
        return code


class CouncilBody(Record):
    """The council that is consulted."""

    name: Text = Field(alias="名前", title="審議会の名前")
    short_name: Text = Field(alias="略称", title="略称")


class Site(Record):
    """This site."""

    name: Text = Field(alias="名前", title="サイトの名前")
    tagline: Text = Field(alias="副題", title="一行の紹介")
    address: str = Field(alias="アドレス", title="公開するアドレス", pattern=r"^https?://.+/$")
    description: Text = Field(alias="説明", title="検索エンジン向けの説明")
    since: Number = Field(2026, alias="開設年", title="このアドレスを使い始めた年")
    """Never changes: the ids of feeds carry it (RFC 4151)."""
    published_on: Day | None = Field(
        None, alias="公開日", title="サイトをはじめて公開した日（このあとの変更を知らせる）"
    )
    """Changes of records are news after this day, and none are before it is written."""


class Licence(Record):
    """The terms on which the data may be used."""

    name: Text = Field(alias="名前", title="利用条件の名前")
    compatible: Text = Field(alias="互換", title="互換のある条件")
    address: str | None = Field(None, alias="アドレス", title="利用条件の本文のアドレス", pattern=r"^https?://.+")


class Report(Record):
    """Where a mistake of a page is told: an address of mail, or a form whose address takes the page along."""

    mail: Text | None = Field(None, alias="メール", title="誤りを知らせるメールアドレス")
    form: str | None = Field(
        None, alias="様式", title="誤りを知らせるページ（{アドレス} と {題名} が入れかわる）", pattern=r"^https?://.+"
    )

    def address(self, page: str, title: str) -> str:
        """The link on `page`, with its address and title filled in."""
        address, name = quote(page, safe=""), quote(title, safe="")
        if self.form:
            return self.form.replace("{アドレス}", address).replace("{題名}", name)
        return f"mailto:{self.mail}?subject={quote('ページの誤り：')}{name}&body={address}"

    @model_validator(mode="after")
    def _has_one(self) -> "Report":
        if (self.mail is None) == (self.form is None):
            raise wrong("誤りの知らせ先には「メール」か「様式」のどちらか1つを書いてください。")
        return self


class Coverage(Record):
    """Why answers or meetings are not in this archive; shown where they would stand."""

    answers: Text | None = Field(None, alias="答申の説明", title="答申を登録していない理由")
    meetings: Text | None = Field(None, alias="会議の説明", title="会議を登録していない理由")


class OtherSite(Record):
    """Another register made by this generator, whose search is joined with ours. Its host must allow that (CORS)."""

    name: Text = Field(alias="名前", title="自治体の名前")
    address: str = Field(alias="アドレス", title="公開しているアドレス", pattern=r"^https?://[^/]+/(.*/)?$")

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return "/".join(self.address.split("/")[:3])


class Council(Record):
    """`data/council.yml`."""

    municipality: Municipality = Field(alias="自治体", title="自治体")
    council: CouncilBody = Field(alias="審議会", title="審議会")
    ordinance: Text = Field(alias="条例", title="個人情報保護条例")
    site: Site = Field(alias="サイト", title="サイト")
    licence: Licence = Field(alias="利用条件", title="利用条件")
    exemptions: Exemptions = Field((), alias="公開の例外", title="そのまま公開する文字と理由")
    operator: Text | None = Field(None, alias="運営者", title="このサイトを運営する人や団体")
    contact: Contact | None = Field(None, alias="連絡先", title="サイトの運営者への連絡先")
    inquiries: Contact | None = Field(
        None, alias="問い合わせ先", title="諮問の内容や個人情報の制度についての問い合わせ先"
    )
    report: Report | None = Field(None, alias="誤りの知らせ先", title="ページの誤りの知らせ先")
    accessibility_tested_on: Day | None = Field(None, alias="アクセシビリティの試験日", title="試験した日")
    coverage: Coverage = Field(Coverage(), alias="収録の範囲", title="収録の範囲")
    months_to_answer: Number | None = Field(None, alias="答申の目安月数", title="答申がないと知らせる月数")
    other_sites: tuple[OtherSite, ...] = Field(
        (), alias="いっしょにさがすサイト", title="検索をつなぐ、ほかの自治体のサイト"
    )

    @property
    def licence_address(self) -> str:
        """What machines know the terms by: their own address, or else our page about them."""
        return self.licence.address or f"{self.site.address}about/#terms"

    @property
    def publisher(self) -> str:
        """Whoever answers for the data: the operator, or else the site by its name."""
        return self.operator or self.site.name

    @field_validator("other_sites")
    @classmethod
    def _are_distinct(cls, sites: tuple[OtherSite, ...], info: ValidationInfo) -> tuple[OtherSite, ...]:
        # Either is missing where it is wrong itself.
        municipality, site = info.data.get("municipality"), info.data.get("site")
        own = {municipality and municipality.name, site and site.address}
        named = [value for site in sites for value in (site.name, site.address)]
        for value in named:
            if value in own or named.count(value) > 1:
                raise wrong(f"「{value}」が重なっています。このサイトのほかの自治体のサイトを、1つずつ書いてください。")
        return sites
