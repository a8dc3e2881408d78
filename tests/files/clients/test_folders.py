"""A folder of cases: which files are clients, and what is chosen for them."""

import os
import pickle
from pathlib import Path

import pytest

from ircc_prep.errors import UsageError
from tests.files.clients.sheets import CLIENTS, csv_folder, data_of, read, said
from tests.files.locked import locked_for_a_key

CASE = "schema: 1\nprogram: visitor\n"


def put(folder: Path, *names: str, text: str = CASE) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_every_case_in_the_folder_and_below_is_a_client_by_name(tmp_path: Path) -> None:
    put(tmp_path, "b.yaml", "a.YML", "Lee/case.yaml", "Lee/more/x.yaml")
    put(tmp_path, "c.json", text='{"schema": 1, "program": "visitor"}')
    assert [client.name for client in read(tmp_path)] == ["Lee/case", "Lee/more/x", "a", "b", "c"]


def test_hidden_files_backups_leftovers_outputs_and_what_is_left_out_are_no_clients(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", ".b.yaml", ".git/c.yaml", "a.yaml.before-ircc-prep", "a.yaml.ircc-prep-backup", "n.txt")
    put(tmp_path, ".ircc-prep-12.tmp", "a-packet.pdf", "out/d.yaml", "brand.yaml", "a.yaml.ircc-prep-key")
    put(tmp_path, "a-result.json", text='{"schema": "ircc-prep/result/1"}')
    left_out = [tmp_path / "out", tmp_path / "brand.yaml"]
    assert [client.name for client in read(tmp_path, leave_out=left_out)] == ["a"]


def test_links_that_lead_outside_are_refused_and_those_inside_are_read(tmp_path: Path) -> None:
    put(tmp_path, "in/a.yaml", "out/b.yaml")
    (tmp_path / "in/b.yaml").symlink_to(tmp_path / "out/b.yaml")
    (tmp_path / "in/folder").symlink_to(tmp_path / "out")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/z.yaml").symlink_to("a.yaml")
    found = [(client.name, [each.id for each in client.problems]) for client in read(tmp_path / "in")]
    assert found == [("a", []), ("b", ["outside-folder"]), ("folder", ["outside-folder"]), ("z", [])]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_or_a_broken_link_is_a_failed_client_and_nothing_waits(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    os.mkfifo(tmp_path / "b.yaml")
    (tmp_path / "c.yaml").symlink_to("nowhere.yaml")
    assert [len(client.problems) for client in read(tmp_path)] == [0, 1, 1]


def test_bad_files_are_clients_whose_mistakes_are_placed(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    put(tmp_path, "b.yaml", text="schema: 1\nprogram: visitr\n")
    put(tmp_path, "c.yaml", text="schema: [1\n")
    put(tmp_path, "d.json", text="")
    found = [said(client) for client in read(tmp_path)]
    assert found[:2] == [[], [("b.yaml:2:10", "not-allowed")]]
    assert [len(each) for each in found[2:]] == [1, 1]


def test_locked_cases_open_with_their_keys_and_fail_alone_without(tmp_path: Path) -> None:
    path, keys = locked_for_a_key(tmp_path, "a.yaml")
    put(path.parent, "b.yaml")
    first, second = read(path.parent, keys=keys)
    assert (first.locked, second.locked) == (True, False)
    assert data_of(first)["program"] == "visitor"
    first, second = read(path.parent)
    assert [each.id for each in first.problems] == ["locked"]
    assert second.problems == ()


@pytest.mark.parametrize("name", ["a.yaml.age", "a.YML.AGE", "a.json.age", "a.age"])
def test_a_case_under_the_name_that_the_age_program_gives_it_is_a_client(name: str, tmp_path: Path) -> None:
    path, keys = locked_for_a_key(tmp_path, "a.yaml")
    path = path.rename(path.with_name(name))
    put(path.parent, "passport.pdf.age", "b.yaml")
    locked, plain = read(path.parent, keys=keys)
    assert (locked.name, locked.locked, plain.name) == ("a", True, "b")
    assert data_of(locked)["program"] == "visitor"


@pytest.mark.parametrize(
    "name", ["clients.xlsx", "Clients.XLSX", "clients.jsonl", "below/clients.csv", "clients.xlsx.age"]
)
def test_a_table_among_cases_or_alone_below_is_refused_and_not_passed_over(name: str, tmp_path: Path) -> None:
    put(tmp_path, name)
    for id in ("no-clients", "two-sources"):
        with pytest.raises(UsageError) as error:
            read(tmp_path)
        (problem,) = error.value.problems
        assert problem.id == id
        assert str(tmp_path / name) in problem.hint.en
        put(tmp_path, "a.yaml")
    put(tmp_path, "bank.xlsx", "notes.csv")
    (tmp_path / name).unlink()
    assert [client.name for client in read(tmp_path)] == ["a"]


def test_a_case_below_a_table_is_not_passed_over_either(tmp_path: Path) -> None:
    csv_folder(tmp_path, {"clients": CLIENTS})
    put(tmp_path, "out/a.yaml", "old/bank.csv")
    assert len(read(tmp_path, leave_out=[tmp_path / "out"])) == 1
    with pytest.raises(UsageError) as error:
        read(tmp_path)
    assert [each.id for each in error.value.problems] == ["two-sources"]


def test_choices_come_from_batch_yaml_the_clients_own_before_the_defaults(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", "b.yaml")
    choices = (
        "defaults: {lang: fr, paper: a4, brand: firm.yml}\nclients:\n  b.yaml: {lang: both, outputs: [calendar]}\n"
    )
    put(tmp_path, "batch.yaml", text=choices)
    first, second = read(tmp_path, leave_out=[tmp_path / "firm.yml"])
    assert (first.choices.lang, first.choices.paper, first.choices.outputs) == ("fr", "a4", None)
    assert (second.choices.lang, second.choices.paper, second.choices.outputs) == ("both", "a4", ("calendar",))
    assert second.choices.brand == tmp_path / "firm.yml"
    other = tmp_path / "other"
    put(other, "choices.yaml", text="defaults: {lang: en}\n")
    assert {client.choices.lang for client in read(tmp_path, choices=other / "choices.yaml", leave_out=[other])} == {
        "en"
    }


def test_a_brand_that_the_choices_name_is_no_client(tmp_path: Path) -> None:
    put(tmp_path, "a.yaml", "b.yaml", "firm.yaml", "firms/other.yaml")
    text = "defaults: {brand: firm.yaml}\nclients: {b.yaml: {brand: firms/other.yaml}}\n"
    put(tmp_path, "batch.yaml", text=text)
    assert [client.name for client in read(tmp_path)] == ["a", "b"]


def test_a_brand_may_lie_beside_a_table_and_a_case_may_not(tmp_path: Path) -> None:
    csv_folder(tmp_path, {"clients": [["client", "program", "brand"], ["1", "visitor", "firm.yaml"]]})
    put(tmp_path, "firm.yaml", text="schema: 1\nname: {en: Harbour Light, fr: Feu du port}\n")
    (client,) = read(tmp_path)
    assert client.choices.brand == tmp_path / "firm.yaml"
    put(tmp_path, "case.yaml")
    with pytest.raises(UsageError) as refusal:
        read(tmp_path)
    assert [each.id for each in refusal.value.problems] == ["two-sources"]


@pytest.mark.parametrize(
    ("text", "place", "id"),
    [
        ("default: {lang: fr}\n", "batch.yaml:1:1", "unknown-key"),
        ("defaults: {lnag: fr}\n", "batch.yaml:1:12", "unknown-key"),
        ("defaults: {lang: german}\n", "batch.yaml:1:18", "not-allowed"),
        ("defaults: {large_print: ja}\n", "batch.yaml:1:25", "wrong-type"),
        ("clients:\n  a.yml: {lang: fr}\n", "batch.yaml:2:10", "no-such-client"),
        ("clients:\n  a.yaml: {only: [sumary]}\n", "batch.yaml:2:19", "not-allowed"),
        ("defaults: {outputs: [paket]}\n", "batch.yaml:1:22", "not-allowed"),
        ("defaults: {brand: ../firm.yaml}\n", "batch.yaml:1:19", "outside-folder"),
        ("- a\n", "batch.yaml:1:1", "wrong-type"),
        ("a: [\n", "batch.yaml:2:1", "syntax"),
    ],
)
def test_wrong_choices_are_named_before_anything_is_made(text: str, place: str, id: str, tmp_path: Path) -> None:
    put(tmp_path, "a.yaml")
    put(tmp_path, "batch.yaml", text=text)
    with pytest.raises(UsageError) as error:
        read(tmp_path)
    assert (str(error.value.problems[0].place).rpartition("/")[2], error.value.problems[0].id) == (place, id)


def test_a_folder_without_cases_or_with_a_table_as_well_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "empty/n.txt")
    put(tmp_path, "both/a.yaml")
    csv_folder(tmp_path / "both", {"clients": CLIENTS})
    for name, id in (("empty", "no-clients"), ("both", "two-sources"), ("nowhere", "no-source")):
        with pytest.raises(UsageError) as error:
            read(tmp_path / name)
        assert error.value.problems[0].id == id
    assert len(read(tmp_path / "both" / "clients.csv")) == 1


def test_a_client_can_be_sent_to_another_process(tmp_path: Path) -> None:
    put(tmp_path / "a", "a.yaml", text="schema: 1\nprogram: visitr\n")
    csv_folder(tmp_path / "b", {"clients": [*CLIENTS, ["x", "visitr"]]})
    for client in [*read(tmp_path / "a"), *read(tmp_path / "b")]:
        sent = pickle.loads(pickle.dumps(client))
        assert sent == client
        assert said(sent) == said(client)


def test_folders_that_lie_too_deep_are_named_and_not_passed_over(tmp_path: Path) -> None:
    deep = "/".join(["below"] * 25)
    put(tmp_path, "a.yaml", f"{deep}/b.yaml")
    first, second = read(tmp_path)
    assert (first.name, first.problems) == ("a", ())
    assert (second.name, [each.id for each in second.problems]) == (
        "/".join(["below"] * 21) + "/",
        ["folders-too-deep"],
    )
