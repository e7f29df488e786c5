"""The stretch between a cue and a name: what may stand there and what breaks the tie."""

import re
from dataclasses import dataclass

from tollbook.read.notices.cues import Cue
from tollbook.read.notices.lexicon import Lexicon
from tollbook.read.notices.mentions import Mention
from tollbook.read.notices.morphology import cases_of, grammar_of, is_participle

__all__ = ["Gaps"]

LEADING = 110
SUBJECT = 170
AFTER = 90
NEAR = 26
WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*")
CLAUSE_END = re.compile(r"[;!?]|\.\s+(?=[^\W\d_])(?<=[^\W\d_]{4}\.\s)")
JOINT = re.compile(r"^[\s\d(),\-–—років]*[,;]|^\s*\)?\s*$")
FINITE = {"VERB", "INFN"}
PLACED = re.compile(
    r"\b(?:in|at|near|from|outside|around|into|across|towards?)\s+(?:the\s+)?$", re.IGNORECASE
)
NAMED_AFTER = re.compile(
    r"(?:\b(?:імені|имени|ім\.|им\.)|named (?:after|for)|вулиц\w+|улиц\w+|street of"
    r"|орден\w*|прем\w+|приз\w*|кубок|cup of)\s*$",
    re.IGNORECASE,
)
QUOTE_END = re.compile(r"[,.][\"”»]|[\"”»],")
LISTED = re.compile(r"^[^,.]{0,40}(?:[:—–]|\s-\s)")
CLAIMED_OF = re.compile(r"\bwhom?\s[^,]{0,40}(?:said|says|claimed|claims)\b|\bwhose\s+(?:\w+\s+){0,2}name\b")
DEFINITE = re.compile(r"\bthe\s+(?:[\w-]+\s+){1,4}$", re.IGNORECASE)
AIDS = re.compile(
    r"^[\s,]*(?:had|has|have|was|were|is|been|also|later|then|also|вже|також|тоді|був|була|также|тогда|потом)?[\s,]*(?:been)?[\s,]*$"
)


@dataclass(frozen=True, slots=True)
class Gaps:
    """Judges the stretches of one body by one language's words."""

    body: str
    lexicon: Lexicon

    def is_person_slot(self, mention: Mention) -> bool:
        """Whether the words before a name do not make it a place, a street or a prize."""
        before = self.body[max(0, mention.start - 30) : mention.start]
        return not NAMED_AFTER.search(before) and (mention.sure or not PLACED.search(before))

    def is_shown(self, mention: Mention) -> bool:
        """Whether a name that no dictionary knows follows a rank, a role or an age."""
        if mention.sure or self.lexicon.language == "en" or not mention.cases:
            return True
        before = self.body[max(0, mention.start - 40) : mention.start]
        words = before.split()[-2:]
        return any(self.lexicon.has(name, " ".join(words)) for name in ("ranks", "roles")) or any(
            char.isdigit() for char in " ".join(words)
        )

    def leads_to(self, cue: Cue, mention: Mention) -> bool:
        """Whether the name is the one that a leading cue announces."""
        gap = self.body[cue.end : mention.start]
        if len(gap) > LEADING or self._is_crossed(gap, mention):
            return False
        return not self._counts_others(gap) and self._agrees(cue, mention)

    def _agrees(self, cue: Cue, mention: Mention) -> bool:
        """Whether the name stands in the case that the cue asks for."""
        if not mention.cases or self.lexicon.language == "en":
            return True
        word, language = cue.text.split()[-1], self.lexicon.language
        if self.lexicon.has("within", cue.text) or LISTED.search(self.body[cue.end : mention.start]):
            return True
        if is_participle(word, language):
            cases = cases_of(word, language)
            return not cases or bool(mention.cases & cases)
        return mention.cases != {"nomn"}

    def subject_before(self, mention: Mention, cue: Cue) -> bool:
        """Whether a name before a cue is its subject."""
        gap = CLAIMED_OF.sub("", self.body[mention.end : cue.start])
        if len(gap) > SUBJECT or self.lexicon.has("breaks", gap):
            return False
        if cue.kind != "alive" and self._breaks(gap, "breaks"):
            return False
        return not self.lexicon.has("groups", gap.split(",")[-1])

    def subject_after(self, cue: Cue, mention: Mention) -> bool:
        """Whether a name after a cue is its subject, as Slavic word order allows."""
        gap = self.body[cue.end : mention.start]
        if self.lexicon.language == "en" and not gap.partition(":")[1]:
            return False
        broken = len(gap) > AFTER or self._is_crossed(gap, mention)
        return not broken and not self._counts_others(gap)

    def _is_crossed(self, gap: str, mention: Mention) -> bool:
        """Whether the stretch from a cue to the name after it holds another clause or speaker."""
        return (
            QUOTE_END.search(gap) is not None
            or self._speaks_next(mention)
            or self._turns_to_another(gap)
            or self._breaks(gap, "object_breaks")
            or self._has_verb(gap)
        )

    def _speaks_next(self, mention: Mention) -> bool:
        """Whether a word of speaking follows the name at once: "..., Ivan Kravchuk said"."""
        following = self.body[mention.end :]
        place = mention.end + len(following) - len(following.lstrip(" ,"))
        return self.lexicon.words["speech"].match(self.body, place) is not None

    def _turns_to_another(self, gap: str) -> bool:
        """Whether a comma and "his" or "her" lead on to somebody else: "killed, his wife ..."."""
        _, comma, rest = gap.partition(",")
        return bool(comma) and self.lexicon.words["possessives"].match(rest.lstrip()) is not None

    def _counts_others(self, gap: str) -> bool:
        """Whether the gap speaks of a number of people without coming to one of them."""
        among = list(self.lexicon.words["among"].finditer(gap))
        rest = gap[among[-1].end() :] if among else gap
        return self.lexicon.has("groups", _without_last_word(rest))

    def joins(self, start: int, end: int) -> bool:
        """Whether two names are neighbours in an enumeration."""
        gap = self.body[start:end]
        linked = re.search(r"[,;]", gap) is not None or self.lexicon.has("linked", gap)
        broken = self._breaks(gap, "object_breaks") or self._has_verb(gap) or "." in gap.replace("р.", "")
        return linked and not broken and not self.lexicon.has("officials", gap)

    def pronoun_before(self, cue: Cue, start: int) -> int | None:
        """Where a pronoun or "the soldier" stands right before a cue as its subject."""
        definite = DEFINITE.search(self.body[start : cue.start])
        if definite and any(self.lexicon.has(name, definite.group()) for name in ("ranks", "roles")):
            return start + definite.start()
        floor = max(start, cue.start - NEAR)
        before = self.body[floor : cue.start]
        found = list(self.lexicon.words["pronouns"].finditer(before))
        if not found:
            return None
        between = before[found[-1].end() :]
        if re.search(r"[«»\"“”()]", between):
            return None
        slavic = self.lexicon.language != "en" and not self._has_verb(between) and "," not in between
        return floor + found[-1].start() if slavic or AIDS.match(between) else None

    def without_subject(self, cue: Cue, start: int, end: int) -> bool:
        """Whether a cue's sentence names no other subject, so that the one spoken of is meant."""
        before, after = self.body[start : cue.start], self.body[cue.end : end]
        if self.lexicon.has("groups", before) or self._breaks(before, "breaks"):
            return False
        if cue.kind == "memory":
            return not before.strip(" \t•*—–-")
        if self.lexicon.language == "en":
            return self.lexicon.has("pronouns", before)
        near = after[:40].split(",")[0]
        return (
            not self._has_subject(before)
            and not self._has_subject(near)
            and not self.lexicon.has("groups", near)
        )

    def _has_subject(self, text: str) -> bool:
        language = self.lexicon.language
        for match in WORD.finditer(text):
            word = match.group()
            if self.lexicon.words["pronouns"].fullmatch(word):
                continue
            grammar = grammar_of(word, language)
            if (
                {"NOUN", "anim", "nomn"} <= grammar
                and "nomn" in cases_of(word, language)
                and "inan" not in grammar
            ):
                return True
        return False

    def _breaks(self, gap: str, name: str) -> bool:
        if CLAUSE_END.search(gap) or self.lexicon.has("speech", gap):
            return True
        return self.lexicon.has(name, gap)

    def _has_verb(self, gap: str) -> bool:
        if self.lexicon.language == "en":
            return False
        words = (match.group() for match in WORD.finditer(gap))
        grammars = (grammar_of(word, self.lexicon.language) for word in words)
        return any(
            grammar & FINITE and not grammar & {"NOUN", "PREP", "CONJ", "ADJF"} for grammar in grammars
        )


def _without_last_word(gap: str) -> str:
    """The gap without the word beside the name: "soldiers Ivan and Petro" are named soldiers."""
    return gap.rstrip().rpartition(" ")[0]
