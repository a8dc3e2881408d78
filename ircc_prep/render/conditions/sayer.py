"""A condition as people read it: “marital status: married or common-law, and coming to Canada: yes”."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from ircc_prep.core.derive import DERIVED
from ircc_prep.core.expressions import Compiled, Vocabulary
from ircc_prep.core.text import Text
from ircc_prep.core.values import BOOL, COUNTRY, NUMBER, Type, noun
from ircc_prep.render.conditions.naming import Naming
from ircc_prep.render.words import Words

_BOUND = {"person": noun("person"), "country": COUNTRY}
_OPPOSITE: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
}  # fmt: skip
_MIRRORED: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE, ast.Eq: ast.Eq, ast.NotEq: ast.NotEq,
}  # fmt: skip
_NUMBERS = {ast.Gt: "more", ast.GtE: "at-least", ast.Lt: "less", ast.LtE: "at-most"}
_DATES = {ast.Gt: "after", ast.GtE: "not-before", ast.Lt: "before", ast.LtE: "not-after"}
_ARITHMETIC = {ast.Add: "plus", ast.Sub: "minus", ast.Mult: "times"}


def condition_words(
    compiled: Compiled,
    vocabulary: Vocabulary,
    words: Words,
    titles: Mapping[str, Text] | None = None,
    held: str = "document",
) -> str:
    """A condition, list or value in the language of `words`.

    `titles` name the values of `program` and `stream`; `held` is the noun of what is in hand.
    """
    bound = vocabulary.binding(**_BOUND, held=noun(held))
    sayer = _Sayer(compiled.source.strip(), Naming(bound, words, titles or {}))
    tree = ast.parse(sayer.source, mode="eval").body
    return sayer.condition(tree) if compiled.type == BOOL else sayer.value(tree)


class _Sayer:
    """One condition being said."""

    def __init__(self, source: str, naming: Naming) -> None:
        self.source, self.naming, self.words = source, naming, naming.words

    def condition(self, node: ast.expr, *, negated: bool = False) -> str:
        """A yes or no in words, or what must hold for it not to be so."""
        match node:
            case ast.BoolOp():
                return self._joined(node, negated=negated)
            case ast.UnaryOp(op=ast.Not()):
                return self.condition(node.operand, negated=not negated)
            case ast.Compare():
                return self._compared(node, negated=negated)
            case ast.Call(func=ast.Name(id=name)) if name in ("any", "all"):
                return self._loop(node, name, negated=negated)
            case ast.Constant(value=bool()):
                return self._say("never" if negated is node.value else "always")
            case ast.IfExp():
                body, other = (self.part(each, negated=negated) for each in (node.body, node.orelse))
                return self._choice(node, body, other)
        subject = self.value(node)
        return self._say("fails" if negated else "holds", subject=subject)

    def value(self, node: ast.expr) -> str:
        """A fact, a number, a date or a list in words."""
        match node:
            case ast.Constant():
                return self.naming.literal(node.value)
            case ast.IfExp():
                return self._choice(node, self.value(node.body), self.value(node.orelse))
            case ast.BinOp():
                return self._say(_ARITHMETIC[type(node.op)], left=self.value(node.left), right=self.value(node.right))
            case ast.List():
                return self.words.join([self.value(each) for each in node.elts])
            case ast.Call(func=ast.Name(id=name)):
                return self._call(node, name)
            case ast.Call(func=ast.Attribute(value=owner, attr=name)):
                return self._derived(node, owner, name)
        return self.naming.fact(node, self._type)

    def _joined(self, node: ast.BoolOp, *, negated: bool) -> str:
        both = isinstance(node.op, ast.And) is not negated
        parts = [self.part(part, negated=negated) for part in node.values]
        return self._say("and" if both else "or").join(parts)

    def part(self, node: ast.expr, *, negated: bool = False) -> str:
        """A condition inside another, in brackets where it has parts itself."""
        inner = node.operand if isinstance(node, ast.UnaryOp) else node
        said = self.condition(node, negated=negated)
        return self._say("bracketed", condition=said) if isinstance(inner, ast.BoolOp | ast.IfExp) else said

    def _compared(self, node: ast.Compare, *, negated: bool) -> str:
        pairs = zip([node.left, *node.comparators], node.ops, node.comparators, strict=False)
        said = [self._pair(left, _OPPOSITE[type(op)] if negated else type(op), right) for left, op, right in pairs]
        return self._say("or" if negated else "and").join(said)

    def _pair(self, left: ast.expr, op: type[ast.cmpop], right: ast.expr) -> str:
        if op in (ast.In, ast.NotIn):
            return self._among(left, op, right)
        if isinstance(left, ast.Constant) and not isinstance(right, ast.Constant):
            left, op, right = right, _MIRRORED[op], left
        if isinstance(right, ast.Constant) and isinstance(right.value, bool):
            return self.condition(left, negated=right.value is (op is ast.NotEq))
        if isinstance(left, ast.Call) and isinstance(right, ast.Constant) and _counts(left):
            return self._counted(left, op, right)
        type_, subject = self._type(left), self.value(left)
        value = self.naming.option(left, right.value, type_) if isinstance(right, ast.Constant) else self.value(right)
        if op in (ast.Eq, ast.NotEq):
            return self._say("is" if op is ast.Eq else "is-not", subject=subject, value=value)
        return self._say((_DATES if type_.kind == "date" else _NUMBERS)[op], subject=subject, value=value)

    def _among(self, left: ast.expr, op: type[ast.cmpop], right: ast.expr) -> str:
        if not isinstance(right, ast.List):
            value = self.naming.literal(left.value, COUNTRY) if isinstance(left, ast.Constant) else self.value(left)
            return self._say("includes" if op is ast.In else "excludes", subject=self.value(right), value=value)
        type_ = self._type(left)
        named = [self.naming.option(left, each.value, type_) for each in right.elts if isinstance(each, ast.Constant)]
        joiner = self._say("or-of-words" if op is ast.In else "nor")
        key = "one-of" if op is ast.In else "none-of" if len(named) > 1 else "is-not"
        names = {"value": named[0]} if key == "is-not" else {"values": joiner.join(named)}
        return self._say(key, subject=self.value(left), **names)

    def _counted(self, node: ast.Call, op: type[ast.cmpop], number: ast.Constant) -> str:
        """`count(…) > 0` is “at least one”; any other number is said."""
        if (op, number.value) in ((ast.Gt, 0), (ast.GtE, 1), (ast.NotEq, 0)):
            return self._loop(node, "any", negated=False)
        if (op, number.value) in ((ast.Eq, 0), (ast.Lt, 1), (ast.LtE, 0)):
            return self._loop(node, "any", negated=True)
        key = "is" if op is ast.Eq else "is-not" if op is ast.NotEq else _NUMBERS[op]
        return self._say(key, subject=self.value(node), value=self.naming.literal(number.value))

    def _loop(self, node: ast.Call, name: str, *, negated: bool) -> str:
        """`any`, `all` and `count` over a list, with the conditions on its members."""
        loop = _loop(node)
        listed, inner = self.value(loop.over), self._within(loop)
        if name == "all":  # every member that is looked at passes; or some member that is looked at fails
            looked_at = [inner.part(test, negated=not negated) for test in loop.ifs]
            parts = [*looked_at, inner.part(loop.body, negated=negated)]
            return self._say(
                "some" if negated else "every", list=listed, condition=self._say("and" if negated else "or").join(parts)
            )
        tests, key = inner.tests(loop), "nothing" if negated else "some"
        return self._say(key, list=listed, condition=tests) if tests else self._say(f"{key}-at-all", list=listed)

    def tests(self, loop: "_Loop") -> str:
        """What a member must be, as it is said within the loop; nothing where every member counts."""
        body = [] if isinstance(loop.body, ast.Name) else [loop.body]
        tests = [*loop.ifs, *body]
        return self._say("and").join(self.part(test) if len(tests) > 1 else self.condition(test) for test in tests)

    def _within(self, loop: "_Loop") -> "_Sayer":
        member = self._type(loop.over).of or NUMBER
        return _Sayer(self.source, self.naming.inside(loop.variable, member))

    def _call(self, node: ast.Call, name: str) -> str:
        if name == "count":
            loop = _loop(node)
            listed, tests = self.value(loop.over), self._within(loop).tests(loop)
            return self._say("number-of" if tests else "number-at-all", list=listed, condition=tests)
        if name == "value":
            table, row = node.args
            return self._say("table", table=self.naming.table(table), row=self.value(row))
        left, right = node.args
        if name in ("min", "max"):
            return self._say("smaller" if name == "min" else "greater", left=self.value(left), right=self.value(right))
        unit, direction = name.split("_")
        amount = self.words.quantity(f"count.{unit.removesuffix('s')}", ast.literal_eval(right))
        return self._say(f"years_{direction}", amount=amount, date=self.value(left))

    def _derived(self, node: ast.Call, owner: ast.expr, name: str) -> str:
        type_ = self._type(owner)
        wanted = DERIVED[type_.noun, name].takes or ()
        arguments = [
            self.naming.argument(argument.value, kind) if isinstance(argument, ast.Constant) else self.value(argument)
            for argument, kind in zip(node.args, wanted, strict=True)
        ]
        return self.naming.derived(owner, name, arguments, type_)

    def _choice(self, node: ast.IfExp, value: str, other: str) -> str:
        return self._say("choice", value=value, condition=self.part(node.test), other=other)

    def _type(self, node: ast.expr) -> Type:
        return self.naming.type_of(node, self.source) or BOOL

    def _say(self, key: str, **names: str) -> str:
        return self.words.say(f"condition.{key}", **names)


def _counts(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Name) and node.func.id == "count"


@dataclass(frozen=True, slots=True)
class _Loop:
    """The parts of `any(body for variable in over if …)`."""

    variable: str
    over: ast.expr
    ifs: tuple[ast.expr, ...]
    body: ast.expr


def _loop(node: ast.Call) -> _Loop:
    match node.args:
        case [ast.GeneratorExp(elt=body, generators=[generator]) | ast.ListComp(elt=body, generators=[generator])] if (
            isinstance(generator.target, ast.Name)
        ):
            return _Loop(generator.target.id, generator.iter, tuple(generator.ifs), body)
    raise TypeError("the compiler refuses every other loop")
