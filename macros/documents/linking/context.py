"""Of whom minutes speak: what 本件, 同諮問 or a clause without its 諮問 can refer to, or why nothing is certain.

A paragraph is a line. A passage is an agenda item: from its heading to the next that is not below it. The rules stand
in docs/decisions/0028.
"""

from dataclasses import dataclass, field

from macros.documents.linking.targets import Target
from macros.records.clause_number import ClauseNumber

Mentions = dict[str, Target | None]
"""Names in the order of their mention; None for what the archive has not."""

LOWEST = 9
"""The highest level of a heading that only its words show."""
NEAREST = ("同諮問", "同号", "同件", "同")
TOPIC = ("本件", "本件諮問", "本諮問", "本案件")


@dataclass
class Scope:
    """Changes as a draft is read, mention by mention."""

    subject: Mentions = field(default_factory=dict)
    """What the heading of the agenda item names."""
    passage: Mentions = field(default_factory=dict)
    paragraph: Mentions = field(default_factory=dict)
    is_about: bool = False
    """The paragraph says 「…について」 or 「…は」 of what it mentions."""
    last: tuple[str, ClauseNumber] | None = None
    """The clause that was cited last in this paragraph, and of what."""
    previous: tuple[str, Target | None] | None = None
    """The 諮問 of the piece before, to which 及び(2) belongs."""
    headings: list[tuple[int, Mentions, bool, bool]] = field(default_factory=list)
    """The headings above, with what each is about, whether its words or those above say 諮問, and whether it is a turn."""
    is_turn: bool = False
    topics: set[str] = field(default_factory=set)
    """What the passage speaks about, not only names: what heads it, or 「諮問第948号について」."""
    terms: dict[str, tuple[str, Target | None] | None] = field(default_factory=dict)
    """What the minutes call a 諮問 by, as they define it; None for what they define as something else."""
    foreign: set[int] = field(default_factory=set)
    """Numbers that the passage has named as those of another body."""
    above: tuple[int, ...] = ()
    """The numbers of the line above, of whatever they are."""
    title_above: Target | None = None
    """Of the title with which the line above ends."""
    column: int | None = None
    """The column of the table whose cells are numbers of 諮問."""
    clause_end: int = -1
    """Where the last clause of this paragraph ends, linked or not."""
    is_said: bool = False
    """The passage says 諮問, so that a number without the word is told even if no 諮問 of the archive has it."""
    other: int = -1
    """Where the last number or clause of another document ends in this paragraph."""

    spoken: list[tuple[int, str, Target | None]] = field(default_factory=list)
    """The mentions of this paragraph with their places."""
    owners: Mentions = field(default_factory=dict)
    """Of whom this paragraph cited clauses."""
    cited: tuple[int, str, Target] | None = None
    """Where the clause ends that was cited last in this paragraph, and of what."""
    listed_level: int = 0
    listed: Mentions = field(default_factory=dict)
    """What headings name that follow each other: the list of an agenda, of which no item is under discussion yet."""

    def begin(self, level: int, *, is_turn: bool) -> None:
        """A new line; with a level, a heading. At a turn somebody says that the next item begins."""
        self.paragraph, self.is_about, self.last, self.previous = {}, False, None, None
        self.clause_end = -1
        self.spoken, self.cited, self.other, self.is_turn = [], None, -1, is_turn
        self.owners = {}
        if not level:
            return
        is_deeper = True
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
            is_deeper = False
        self.subject = dict(self.headings[-1][1]) if self.headings and not is_turn else {}
        if is_turn or not is_deeper or not self.headings:
            self.passage, self.topics, self.foreign = dict(self.subject), set(self.subject), set()
            self.is_said = bool(self.headings) and self.headings[-1][2]

    def is_of_other(self, sentence: int) -> bool:
        """Whether the sentence cites another document, and no 諮問 since."""
        return self.other >= sentence and all(at < self.other for at, _, _ in self.spoken)

    def end(self, level: int) -> None:
        """The line is read: what a heading names is what its passage is about."""
        if level < LOWEST or level != self.listed_level:
            self.listed = {}
        if not level:
            return
        own = self.paragraph | self.listed
        while own and self.headings and self.headings[-1][3]:  # the next item stands beside a turn, not below it
            self.headings.pop()
            self.subject = {}
        if self.listed and len(own) > 1:
            self.subject, self.passage, self.topics = {}, {}, set()
        elif own and self.subject and not _is_within(own, self.subject):
            self.subject = self.subject | own
        elif own:
            self.subject, self.passage, self.topics = own, dict(own), set(own)
        self.listed, self.listed_level = (own if level >= LOWEST else {}), level
        self.headings.append((level, self.subject, self.is_said, self.is_turn))

    def mention(self, at: int, name: str, target: Target | None, *, is_topic: bool) -> None:
        """A 諮問 was named at this place of its line. Under a heading that only looks like one, another that is spoken about may be the next item."""
        self.paragraph[name] = self.passage[name] = target
        self.spoken.append((at, name, target))
        self.previous = (name, target)
        self.is_about = self.is_about or is_topic
        if is_topic:
            self.topics.add(name)
        if is_topic and self.subject and self.headings and self.headings[-1][0] >= LOWEST:
            self.subject[name] = target

    def chained(self) -> tuple[str, Target | None] | None:
        """Of what a clause is that follows another in its sentence: 「第1の5(1)に項目を、第1の5(2)に件数を」."""
        if self.cited is None:
            return None
        at, name, target = self.cited
        is_alone = all(other == name for place, other, _ in self.spoken if place >= at)
        return (name, target) if is_alone and (name in self.subject or not self.subject) else None

    def candidates(self, word: str, sentence: int) -> Mentions:
        """What `word`, or with none a clause, may refer to: certain only if there is exactly one.

        `sentence` is where its sentence begins.
        """
        if word == "同号":
            return self.paragraph
        if word in NEAREST:
            in_sentence = {name: target for at, name, target in self.spoken if at >= sentence}
            return in_sentence or self.paragraph or self.passage
        if self.paragraph and self.is_about and (not self.subject or (not word and self._is_one_of_several())):
            return self.paragraph
        if word in TOPIC:
            return (self.subject or self.passage) | self.paragraph
        return self.passage

    def _is_one_of_several(self) -> bool:
        """Of what an agenda item is about together, this paragraph is about one: 「949号は」."""
        return len(self.subject) > 1 and len(self.paragraph) == 1 and set(self.paragraph) <= set(self.subject)


def _is_within(own: Mentions, subject: Mentions) -> bool:
    """Whether a heading names only what the one above does, or what lies in its range: 諮問第946号 under 諮問第944号から第952号まで."""
    numbers = [target.number for target in subject.values() if target and target.number]
    return all(
        name in subject or (target and min(numbers, default=0) <= (target.number or -1) <= max(numbers, default=0))
        for name, target in own.items()
    )
