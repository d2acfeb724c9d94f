"""The names of the vocabulary as other records use them. The name stays as written; `kind` is its vocabulary file.

Not the check that a name is known (see `checking/names.py`); the schemas of editors complete by it.
"""

from typing import Annotated, TypeAlias

from pydantic import WithJsonSchema

from macros.records.record import OneOrMore, Text

NAMED = "x-vocabulary"


def _of(kind: str) -> WithJsonSchema:
    return WithJsonSchema({NAMED: kind})


ActName: TypeAlias = Annotated[Text, _of("acts")]
ArticleName: TypeAlias = Annotated[Text, _of("articles")]
CategoryName: TypeAlias = Annotated[Text, _of("categories")]
ConclusionName: TypeAlias = Annotated[Text, _of("conclusions")]
CounterpartyName: TypeAlias = Annotated[Text, _of("counterparties")]
DivisionName: TypeAlias = Annotated[Text, _of("divisions")]
ItemName: TypeAlias = Annotated[Text, _of("items")]
OperationName: TypeAlias = Annotated[Text, _of("operations")]

ActNames: TypeAlias = Annotated[tuple[ActName, ...], OneOrMore()]
ArticleNames: TypeAlias = Annotated[tuple[ArticleName, ...], OneOrMore()]
DivisionNames: TypeAlias = Annotated[tuple[DivisionName, ...], OneOrMore()]
OperationNames: TypeAlias = Annotated[tuple[OperationName, ...], OneOrMore()]
