"""What to tell a person whose YAML can't be read. Nothing of what the file says is shown, but its keys."""

from ircc_prep.core.text import Text

Message = tuple[str, Text, Text]  # the problem's id, what is wrong, what to do

TAB: Message = (
    "tab",
    Text("A tab is used where YAML wants spaces.", "Une tabulation se trouve là où YAML veut des espaces."),
    Text("Indent with spaces, two for each level.", "Faites le retrait avec des espaces, deux par niveau."),
)
UNCLOSED_QUOTE: Message = (
    "syntax",
    Text("A quotation mark opens here and is never closed.", "Un guillemet s’ouvre ici et n’est jamais fermé."),
    Text(
        "Close it, or put the whole text in the other kind of quotes.",
        "Fermez-le, ou mettez tout le texte entre guillemets de l’autre sorte.",
    ),
)
UNCLOSED_BRACKET: Message = (
    "syntax",
    Text(
        "A bracket or brace opens here, and a comma or its closing partner is missing.",
        "Un crochet ou une accolade s’ouvre ici, et il manque une virgule ou le signe qui le ferme.",
    ),
    Text(
        "Put commas between the parts, and ] after a [ or } after a {.",
        "Mettez des virgules entre les parties, et ] après [ ou } après {.",
    ),
)
COLON: Message = (
    "syntax",
    Text("There is a colon where none can be.", "Un deux-points se trouve là où il ne peut pas être."),
    Text(
        "Put quotes round a text that holds a colon, and line keys up with the keys above.",
        "Mettez entre guillemets un texte qui contient un deux-points, et alignez les clés sur celles du dessus.",
    ),
)
NO_COLON: Message = (
    "syntax",
    Text("This line has no colon after its key.", "Cette ligne n’a pas de deux-points après sa clé."),
    Text(
        "Write the key, a colon, a space and the value: “language: en”.",
        "Écrivez la clé, un deux-points, une espace et la valeur\u00a0: «\u00a0language: fr\u00a0».",
    ),
)
DASH: Message = (
    "syntax",
    Text("A list begins in the middle of a line.", "Une liste commence au milieu d’une ligne."),
    Text(
        "Begin each “- ” of a list on a line of its own, under the key.",
        "Commencez chaque «\u00a0-\u00a0» d’une liste sur sa propre ligne, sous la clé.",
    ),
)
INDENTATION: Message = (
    "syntax",
    Text("This line doesn’t line up with the lines above.", "Cette ligne n’est pas alignée sur celles du dessus."),
    Text(
        "Give the keys of one group, or the dashes of one list, the same number of spaces.",
        "Donnez le même nombre d’espaces aux clés d’un même groupe, ou aux tirets d’une même liste.",
    ),
)
LEFT_OVER: Message = (
    "syntax",
    Text("This doesn’t belong to the value before it.", "Ceci n’appartient pas à la valeur qui précède."),
    Text("Put the whole value in one pair of quotes.", "Mettez toute la valeur entre une seule paire de guillemets."),
)
JSON: Message = (
    "syntax",
    Text("This isn’t valid JSON.", "Ce n’est pas du JSON valide."),
    Text(
        "Check the commas, quotes and brackets here and just before.",
        "Vérifiez les virgules, les guillemets et les crochets, ici et juste avant.",
    ),
)
RESERVED: Message = (
    "syntax",
    Text("A value can’t begin with this character.", "Une valeur ne peut pas commencer par ce caractère."),
    Text("Put the value in quotes.", "Mettez la valeur entre guillemets."),
)
ESCAPE: Message = (
    "syntax",
    Text("A backslash here means nothing to YAML.", "Une barre oblique inverse ne veut rien dire ici pour YAML."),
    Text(
        "Double the backslash, or use single quotes (') instead of double ones.",
        "Doublez la barre oblique inverse, ou utilisez des guillemets simples (') au lieu de doubles.",
    ),
)
REST: Message = (
    "syntax",
    Text("Something follows after the end of the document.", "Il y a quelque chose après la fin du document."),
    Text(
        "Remove what follows the last bracket or brace, or the bracket that is too many.",
        "Enlevez ce qui suit le dernier crochet ou la dernière accolade, ou le signe qui est de trop.",
    ),
)
OTHER: Message = (
    "syntax",
    Text("This isn’t valid YAML.", "Ce n’est pas du YAML valide."),
    Text(
        "Check the quotes, colons and indentation here and on the line above.",
        "Vérifiez les guillemets, les deux-points et le retrait, ici et à la ligne précédente.",
    ),
)
CONTROL: Message = (
    "control-character",
    Text("There is an invisible control character here.", "Il y a ici un caractère de commande invisible."),
    Text("Delete what is at this place and type it again.", "Effacez ce qui se trouve à cet endroit et retapez-le."),
)
ENCODING: Message = (
    "bad-encoding",
    Text("The file isn’t UTF-8 text here.", "Le fichier n’est pas du texte UTF-8 à cet endroit."),
    Text("Save the file again with the encoding UTF-8.", "Enregistrez de nouveau le fichier avec l’encodage UTF-8."),
)
TOO_LARGE: Message = (
    "too-large",
    Text("The file is larger than 1 MiB.", "Le fichier dépasse 1 Mio."),
    Text(
        "Check that it is the right file; put each case in a file of its own.",
        "Vérifiez qu’il s’agit du bon fichier; mettez chaque dossier dans son propre fichier.",
    ),
)
TOO_DEEP: Message = (
    "too-deep",
    Text(
        "Lists and groups are nested more than 50 deep.",
        "Des listes et des groupes sont imbriqués sur plus de 50 niveaux.",
    ),
    Text("Check the brackets and the indentation.", "Vérifiez les crochets et le retrait."),
)
SEVERAL: Message = (
    "several-documents",
    Text("A second document begins here.", "Un deuxième document commence ici."),
    Text(
        "Remove the line “---” or put what follows in a file of its own.",
        "Enlevez la ligne «\u00a0---\u00a0» ou mettez la suite dans un autre fichier.",
    ),
)
DUPLICATE: Message = (
    "duplicate-key",
    Text(
        "The key “{key}” appears twice in the same group.",
        "La clé «\u00a0{key}\u00a0» figure deux fois dans le même groupe.",
    ),
    Text(
        "Keep one of the two; the first is on line {line}.", "Gardez l’une des deux; la première est à la ligne {line}."
    ),
)
ODD_KEY: Message = (
    "odd-key",
    Text("A key has to be a word or a number.", "Une clé doit être un mot ou un nombre."),
    Text("Put the key in quotes, or check the indentation.", "Mettez la clé entre guillemets, ou vérifiez le retrait."),
)
MERGE: Message = (
    "merge-key",
    Text("Merge keys (<<) aren’t used here.", "Les clés de fusion (<<) ne sont pas utilisées ici."),
    Text("Write the keys out where they belong.", "Écrivez les clés à leur place."),
)
ANCHOR: Message = (
    "anchor",
    Text("Anchors (&) aren’t used here.", "Les ancres (&) ne sont pas utilisées ici."),
    Text(
        "Put quotes round a value that begins with &, or remove the anchor.",
        "Mettez entre guillemets une valeur qui commence par &, ou enlevez l’ancre.",
    ),
)
ALIAS: Message = (
    "alias",
    Text("Aliases (*) aren’t used here.", "Les alias (*) ne sont pas utilisés ici."),
    Text(
        "Put quotes round a value that begins with *, or write the value out again.",
        "Mettez entre guillemets une valeur qui commence par *, ou écrivez la valeur de nouveau.",
    ),
)
TAG: Message = (
    "tag",
    Text("Tags (!) aren’t used here.", "Les étiquettes (!) ne sont pas utilisées ici."),
    Text(
        "Put quotes round a value that begins with !, or remove the tag.",
        "Mettez entre guillemets une valeur qui commence par !, ou enlevez l’étiquette.",
    ),
)
NUMBER: Message = (
    "bad-number",
    Text("This number is too large, or isn’t finite.", "Ce nombre est trop grand, ou n’est pas fini."),
    Text("Put quotes round it if it is text.", "Mettez-le entre guillemets si c’est du texte."),
)

# The parser's own words, and whether the place to show is where the construction begins.
_BY_WORDS: tuple[tuple[str, Message, bool], ...] = (
    ("unexpected end of stream", UNCLOSED_QUOTE, True),
    ("unexpected document indicator", UNCLOSED_QUOTE, True),
    ("',' or ']'", UNCLOSED_BRACKET, True),
    ("',' or '}'", UNCLOSED_BRACKET, True),
    ("mapping values are not allowed", COLON, False),
    ("could not find expected ':'", NO_COLON, True),
    ("sequence entries are not allowed", DASH, False),
    ("expected '-' indicator", INDENTATION, False),
    ("did not find expected key", INDENTATION, False),
    ("expected <block end>", INDENTATION, False),
    ("cannot start any token", RESERVED, False),
    ("escape character", ESCAPE, False),
    ("escape sequence", ESCAPE, False),
    ("hexadecimal number", ESCAPE, False),
    ("document start", REST, False),
    ("tag", TAG, True),
    ("directive", TAG, True),
    ("alias", ALIAS, True),
    ("anchor", ANCHOR, True),
    ("max depth", TOO_DEEP, False),
)


def for_syntax(parser_says: str, character: str) -> tuple[Message, bool]:
    """The message for the parser's complaint, and whether it belongs where the construction began."""
    if character == "\t":
        return TAB, False
    for words, message, at_beginning in _BY_WORDS:
        if words in parser_says:
            return message, at_beginning
    return OTHER, False
