"""Word error rate: how many words must be changed, put in or taken out to make what was said of what was recognised."""

import re
import unicodedata


def words(text):
    """Lower case, punctuation off, dashes and hyphens between words; numbers stay as they are written."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = re.sub(r"[\u2010-\u2015\-/]", " ", text)
    text = re.sub(r"(?<=\w)['\u2019](?=\w)", "", text)
    return re.findall(r"\w+", text)


def error_rate(reference, recognised):
    """Percent of the words of the reference (Levenshtein distance over words)."""
    said, heard = words(reference), words(recognised)
    row = list(range(len(heard) + 1))
    for index, word in enumerate(said, 1):
        diagonal, row[0] = row[0], index
        for place, other in enumerate(heard, 1):
            diagonal, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, diagonal + (word != other))
    return 100 * row[-1] / len(said)
