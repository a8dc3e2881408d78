"""What a pydantic model expects under the file's own keys: keys, alternatives, words of a choice."""

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys that a file may use for a model, in the model's order: `from`, not `start`."""
    return [field.alias or name for name, field in model.model_fields.items()]


def field_name(model: type[BaseModel], key: str) -> str | None:
    """The attribute that holds what the file says under a key; None where the model has no such key."""
    return next((name for name, field in model.model_fields.items() if (field.alias or name) == key), None)


def alternatives(expected: Any) -> list[Any]:
    """What a type stands for without its wrapping, one by one; `None` is no alternative."""
    expected = _bare(expected)
    if get_origin(expected) in {Union, UnionType}:
        return [each for option in get_args(expected) if option is not NoneType for each in alternatives(option)]
    return [expected]


def alternative(expected: Any, label: str) -> Any:
    """The alternative that pydantic's label means: a model by its name or tag, a container by its beginning."""
    options = alternatives(expected)
    for option in options:
        name = getattr(get_origin(option) or option, "__name__", "").lower()
        if (
            label.lower() == name
            or label.lower().startswith(f"{name}[")
            or (is_model(option) and _has_tag(option, label))
        ):
            return option
    return options[0]


def below(expected: Any, step: str | int) -> Any:
    """What is expected one key further down; None for a key that isn't known."""
    if is_model(expected):
        name = field_name(expected, str(step))
        return expected.model_fields[name].annotation if name else None
    arguments = get_args(expected)
    if get_origin(expected) is dict:
        return arguments[1]
    return arguments[0] if arguments else Any


def key_type(expected: Any) -> Any:
    """What the keys of a table have to be."""
    tables = (option for option in alternatives(expected) if get_origin(option) is dict)
    return next((get_args(table)[0] for table in tables), str)


def words_of(expected: Any) -> list[str]:
    """The words that a choice allows; none where it is no choice."""
    return [
        str(word) for option in alternatives(expected) if get_origin(option) is Literal for word in get_args(option)
    ]


def is_model(expected: Any) -> bool:
    """Whether a group of known keys is expected."""
    return isinstance(expected, type) and issubclass(expected, BaseModel)


def _bare(expected: Any) -> Any:
    while True:
        if get_origin(expected) is Annotated:
            expected = get_args(expected)[0]
        elif hasattr(expected, "__value__"):  # `type Name = …`
            expected = expected.__value__
        else:
            return expected


def _has_tag(model: type[BaseModel], label: str) -> bool:
    return any(label in words_of(field.annotation) for field in model.model_fields.values())
