"""Problems as GitHub shows them: an annotation on the very line of the changed file.

The escapes are those of GitHub's workflow commands: of the text %, CR and LF; of a property also : and ,
"""

from macros.loading.problems import Problem

_OF_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_OF_PROPERTY = _OF_TEXT | str.maketrans({":": "%3A", ",": "%2C"})


def annotation(problem: Problem) -> str:
    """`::error file=…,line=…,title=…::…`; the path is relative to where the command runs."""
    path = problem.path.as_posix().translate(_OF_PROPERTY)
    sentence = problem.sentence.translate(_OF_TEXT)
    return f"::error file={path},line={problem.line},title=記録の誤り::{sentence}"
