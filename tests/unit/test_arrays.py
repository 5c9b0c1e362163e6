"""Arrays against a simple model, a list of entries; owners are counted by looking at all slots."""

from __future__ import annotations

import random

import pytest

from hippy.interpreter.objects import arrays, arrays_strategies
from hippy.interpreter.objects.arrays import (
    ArrayIterator,
    W_Array,
    array_from_floats,
    array_from_ints,
    array_from_list,
    array_from_pairs,
    array_from_strs,
    get_by_name,
    mark_literal,
    new_array,
    put_by_name,
)
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import (
    IMMORTAL,
    W_Counted,
    W_Float,
    W_Int,
    disown,
    own,
    w_null,
)

MAXINT = 2**63 - 1
MININT = -(2**63)


class Entry:
    def __init__(self, key: int | str, value: object) -> None:
        self.key = key
        self.value = value


class ModelRef:
    def __init__(self, value: object) -> None:
        self.value = value


class ModelArray:
    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.next_index = MININT
        self.pos: Entry | None = None  # None: at the end

    def find(self, key: int | str) -> Entry | None:
        for entry in self.entries:
            if entry.key == key:
                return entry
        return None

    def add(self, key: int | str, value: object) -> None:
        self.entries.append(Entry(key, value))
        if isinstance(key, int) and key >= self.next_index:
            self.next_index = min(key + 1, MAXINT)

    def put(self, key: int | str, value: object) -> None:
        entry = self.find(key)
        if entry:
            entry.value = value
        else:
            self.add(key, value)

    def append(self, value: object) -> bool:
        key = 0 if self.next_index == MININT else self.next_index
        if self.find(key):
            return False
        self.add(key, value)
        return True

    def after(self, entry: Entry) -> Entry | None:
        at = self.entries.index(entry) + 1
        return self.entries[at] if at < len(self.entries) else None

    def renumber(self) -> None:
        number = 0
        for entry in self.entries:
            if isinstance(entry.key, int):
                entry.key = number
                number += 1
        self.next_index = number
        self.pos = self.entries[0] if self.entries else None


class World:
    """Variables that hold arrays or references, once as W_ objects and once as models."""

    NAMES = "abcr"

    def __init__(self, seed: int, keys: list[int | str], scalars: list[object]) -> None:
        self.random = random.Random(seed)
        self.keys = keys
        self.scalars = scalars
        self.real: dict[str, object] = {"a": new_array()}
        self.model: dict[str, object] = {"a": ModelArray()}
        self.iterators: list[tuple[W_Array, ArrayIterator, ModelArray, list[Entry | None]]] = []
        self.strategies: set[str] = set()
        self.in_flight: list[object] = []  # values on their way into a slot

    # what the interpreter does with counts

    def holders(self, searched: object) -> int:
        """How many slots of the model hold an array or a reference."""
        count = 0
        seen = []

        def visit(value: object) -> None:
            nonlocal count
            if value is searched:
                count += 1
            if isinstance(value, (ModelArray, ModelRef)) and not any(value is s for s in seen):
                seen.append(value)
                if isinstance(value, ModelRef):
                    visit(value.value)
                else:
                    for entry in value.entries:
                        visit(entry.value)

        for value in [*self.model.values(), *self.in_flight]:
            visit(value)
        return count

    def copied(self, model: ModelArray) -> ModelArray:
        copy = ModelArray()
        copy.next_index = model.next_index
        for entry in model.entries:
            value = entry.value
            if isinstance(value, ModelRef) and self.holders(value) == 1:
                value = value if value.value is model else value.value
            copy.entries.append(Entry(entry.key, value))
        if model.pos is not None:
            copy.pos = copy.entries[model.entries.index(model.pos)]
        return copy

    def separate(self, name: str) -> tuple[W_Array, ModelArray]:
        """The unique array of a variable, both ways."""
        slot, model_slot = self.real[name], self.model[name]
        w_array = slot.value if isinstance(slot, W_Ref) else slot
        model = model_slot.value if isinstance(model_slot, ModelRef) else model_slot
        if self.holders(model) > 1:
            assert w_array.rc > 1
            model = self.copied(model)
        w_unique = w_array.separate()
        if isinstance(slot, W_Ref):
            slot.value = w_unique
            model_slot.value = model
        else:
            self.real[name] = w_unique
            self.model[name] = model
        return w_unique, model

    def value(self) -> tuple[object, object]:
        """A value to store, owned for its new slot."""
        w, model = self.any_value()
        self.in_flight.append(model)
        return w, model

    def any_value(self) -> tuple[object, object]:
        choice = self.random.random()
        if choice < 0.12:
            name = self.random.choice(list(self.real))
            w, model = self.real[name], self.model[name]
            if isinstance(w, W_Ref):
                w, model = w.value, model.value
            own(w)
            return w, model
        if choice < 0.2:
            w_array, model = new_array(), ModelArray()
            for number in range(self.random.randrange(3)):
                w_array.append(W_Int(number))
                model.append(number)
            model.pos = model.entries[0] if model.entries else None
            return w_array, model
        scalar = self.random.choice(self.scalars)
        return boxed(scalar), scalar

    def acyclic(self, w: object, value: object, container: object) -> tuple[object, object]:
        """The value, or null in its place if it would close a cycle, which is never released."""
        waiting, seen = [value], []
        while waiting:
            inner = waiting.pop()
            if inner is container:
                disown(w)
                return w_null, None
            if not any(inner is s for s in seen):
                seen.append(inner)
                if isinstance(inner, ModelRef):
                    waiting.append(inner.value)
                elif isinstance(inner, ModelArray):
                    waiting += [entry.value for entry in inner.entries]
        return w, value

    def array_name(self) -> str:
        names = []
        for name, value in self.model.items():
            if isinstance(value, ModelRef):
                value = value.value
            if isinstance(value, ModelArray):
                names.append(name)
        if not names:
            self.real["a"], self.model["a"] = new_array(), ModelArray()
            return "a"
        return self.random.choice(names)

    def drop_iterators(self, model: ModelArray) -> None:
        """Once entries come, iterators at the end are for test_iterators_at_the_end."""
        for w_array, iterator, of_model, at in list(self.iterators):
            if of_model is model and at[0] is None:
                w_array.unregister(iterator)
                self.iterators.remove((w_array, iterator, of_model, at))

    def step(self) -> None:
        operation = self.random.choice(OPERATIONS)
        getattr(self, operation)()
        self.in_flight.clear()
        self.check()

    # operations

    def op_put(self) -> None:
        w, model_value = self.value()
        w_array, model = self.separate(self.array_name())
        w, model_value = self.acyclic(w, model_value, model)
        key = self.random.choice(self.keys)
        self.adding(w_array, model, model.find(key) is None)
        way = self.random.randrange(3)
        if way == 0:
            w_array.put_key(boxed(key), w)
        elif isinstance(key, int):
            w_array.put_int(key, w)
        else:
            w_array.put_str(key, w)
        model.put(key, model_value)
        self.added(w_array, model)

    def op_assign(self) -> None:
        w, model_value = self.value()
        w_array, model = self.separate(self.array_name())
        key = self.random.choice(self.keys)
        entry = model.find(key)
        container = entry.value if entry and isinstance(entry.value, ModelRef) else model
        w, model_value = self.acyclic(w, model_value, container)
        self.adding(w_array, model, entry is None)
        w_array.assign_key(boxed(key), w)
        if entry and isinstance(entry.value, ModelRef):
            entry.value.value = model_value
        else:
            model.put(key, model_value)
        self.added(w_array, model)

    def op_append(self) -> None:
        for _ in range(self.random.randrange(1, 5)):
            w, model_value = self.value()
            w_array, model = self.separate(self.array_name())
            w, model_value = self.acyclic(w, model_value, model)
            self.adding(w_array, model, True)
            taken = w_array.append(w)
            assert taken == model.append(model_value)
            if not taken:
                disown(w)
            self.in_flight.clear()
            self.added(w_array, model)

    def adding(self, w_array: W_Array, model: ModelArray, grows: bool) -> None:
        self.pointer_at_end = model.pos is None
        if grows:
            self.drop_iterators(model)

    def added(self, w_array: W_Array, model: ModelArray) -> None:
        """Whether a pointer at the end sees what was added, the array knows."""
        if self.pointer_at_end:
            model.pos = entry_at(w_array, model, w_array.pos)
            assert model.pos is None or model.pos is model.entries[-1]

    def op_delete(self) -> None:
        w_array, model = self.separate(self.array_name())
        for _ in range(self.random.randrange(1, 4)):
            key = self.random.choice(self.keys)
            if self.random.random() < 0.5 and model.entries:
                key = self.random.choice(model.entries).key
            entry = model.find(key)
            self.forget(model, entry)
            assert w_array.delete_key(boxed(key)) == (entry is not None)

    def forget(self, model: ModelArray, entry: Entry | None) -> None:
        if entry is None:
            return
        following = model.after(entry)
        if model.pos is entry:
            model.pos = following
        for _, _, of_model, at in self.iterators:
            if of_model is model and at[0] is entry:
                at[0] = following
        model.entries.remove(entry)

    def op_pop(self) -> None:
        w_array, model = self.separate(self.array_name())
        w = w_array.pop()
        if not model.entries:
            assert w is None
            return
        last = model.entries[-1]
        assert self.same(w, last.value)
        self.forget(model, last)
        if last.key == model.next_index - 1:
            model.next_index -= 1
        model.pos = model.entries[0] if model.entries else None
        disown(w)

    def op_shift(self) -> None:
        w_array, model = self.separate(self.array_name())
        w = w_array.shift()
        if not model.entries:
            assert w is None
            return
        first = model.entries[0]
        assert self.same(w, first.value)
        self.forget(model, first)
        model.renumber()
        disown(w)

    def op_insert_front(self) -> None:
        pairs = [self.value() for _ in range(self.random.randrange(3))]
        w_array, model = self.separate(self.array_name())
        for of_array, iterator, of_model, at in list(self.iterators):
            if of_model is model:
                of_array.unregister(iterator)
                self.iterators.remove((of_array, iterator, of_model, at))
        pairs = [self.acyclic(w, value, model) for w, value in pairs]
        w_array.insert_front([w for w, _ in pairs])
        model.entries[:0] = [Entry(0, value) for _, value in pairs]
        model.renumber()

    def op_make_ref(self) -> None:
        w_array, model = self.separate(self.array_name())
        key = self.random.choice(self.keys)
        appends = self.random.random() < 0.2
        self.adding(w_array, model, appends or model.find(key) is None)
        if appends:
            w_ref = w_array.append_ref()
            entered = model.append(ModelRef(None))
            assert (w_ref is not None) == entered
            if w_ref is None:
                return
            ref = model.entries[-1].value
        else:
            w_ref = w_array.ref_key(boxed(key))
            if model.find(key) is None:
                model.add(key, None)
            entry = model.find(key)
            if not isinstance(entry.value, ModelRef):
                entry.value = ModelRef(entry.value)
            ref = entry.value
        self.added(w_array, model)
        own(w_ref)
        w_old = self.real.get("r")
        self.real["r"], self.model["r"] = w_ref, ref
        disown(w_old)

    def op_ref_into_array(self) -> None:
        if not isinstance(self.real.get("r"), W_Ref):
            return
        w_ref, ref = self.real["r"], self.model["r"]
        own(w_ref)
        self.in_flight.append(ref)
        w_array, model = self.separate(self.array_name())
        w_ref, ref = self.acyclic(w_ref, ref, model)
        key = self.random.choice(self.keys)
        self.adding(w_array, model, model.find(key) is None)
        w_array.put_key(boxed(key), w_ref)
        model.put(key, ref)
        self.added(w_array, model)

    def op_copy(self) -> None:
        w, model_value = self.value()
        name = self.random.choice("abc")
        w_old = self.real.get(name)
        if isinstance(w_old, W_Ref):
            w, model_value = self.acyclic(w, model_value, self.model[name])
            w_old.store(w)
            self.model[name].value = model_value
        else:
            self.real[name], self.model[name] = w, model_value
            disown(w_old)

    def op_unset(self) -> None:
        name = self.random.choice(self.NAMES)
        w_old = self.real.pop(name, None)
        self.model.pop(name, None)
        disown(w_old)

    def op_new(self) -> None:
        name = self.random.choice("abc")
        hint = self.random.choice([0, 1, 7, 20])
        w_old = self.real.get(name)
        self.real[name], self.model[name] = new_array(hint), ModelArray()
        disown(w_old)

    def op_walk_pointer(self) -> None:
        w_array, model = self.separate(self.array_name())
        pos = w_array.next_pos(w_array.pos)
        if pos < 0:
            w_array.pos = 0
            model.pos = model.entries[0] if model.entries else None
        else:
            w_array.pos = pos + 1
            model.pos = model.after(model.pos)

    def op_iterate(self) -> None:
        w_array, model = self.separate(self.array_name())
        if not model.entries or len(self.iterators) > 3:
            return
        entry = self.random.choice(model.entries)
        iterator = ArrayIterator(w_array.find_key(boxed(entry.key)))
        w_array.register(iterator)
        self.iterators.append((w_array, iterator, model, [entry]))

    def op_clear(self) -> None:
        if self.random.random() < 0.1:
            w_array, model = self.separate(self.array_name())
            for _, _, of_model, at in self.iterators:
                if of_model is model:
                    at[0] = None
            w_array.clear()
            model.__init__()

    def op_nested(self) -> None:
        w_array, model = self.separate(self.array_name())
        for entry in model.entries:
            inner = entry.value.value if isinstance(entry.value, ModelRef) else entry.value
            if isinstance(inner, ModelArray):
                slot = entry.value if isinstance(entry.value, ModelRef) else entry
                if self.holders(inner) > 1:
                    slot.value = inner = self.copied(inner)
                w_inner = w_array.array_at(w_array.find_key(boxed(entry.key)))
                self.adding(w_inner, inner, inner.find(1) is None)
                w_inner.assign_int(1, W_Int(77))
                inner_entry = inner.find(1)
                if inner_entry and isinstance(inner_entry.value, ModelRef):
                    inner_entry.value.value = 77
                else:
                    inner.put(1, 77)
                self.added(w_inner, inner)
                return

    # checks

    def same(self, w: object, value: object, depth: int = 0) -> bool:
        if depth > 6:
            return True
        if isinstance(value, ModelRef):
            return isinstance(w, W_Ref) and self.same(w.value, value.value, depth + 1)
        if isinstance(value, ModelArray):
            return isinstance(w, W_Array) and self.same_array(w, value, depth)
        return plain(w) == value and type(plain(w)) is type(value)

    def same_array(self, w_array: W_Array, model: ModelArray, depth: int) -> bool:
        self.strategies.add(type(w_array.strategy).__name__)
        assert w_array.count() == len(model.entries)
        assert w_array.next_index == model.next_index
        pos = w_array.next_pos(0)
        positions = []
        for entry in model.entries:
            assert pos >= 0
            positions.append(pos)
            assert plain(w_array.key_at(pos)) == entry.key
            assert w_array.is_int_key_at(pos) == isinstance(entry.key, int)
            assert self.same(w_array.value_at(pos), entry.value, depth + 1)
            assert w_array.find_key(boxed(entry.key)) == pos
            assert self.same(w_array.get_key(boxed(entry.key)), entry.value, depth + 1)
            pos = w_array.next_pos(pos + 1)
        assert pos == -1
        pos = w_array.prev_pos(w_array.end_pos())
        for expected in reversed(positions):
            assert pos == expected
            pos = w_array.prev_pos(pos - 1)
        assert pos == -1
        keys = [entry.key for entry in model.entries]
        assert w_array.is_packed_list() == (keys == list(range(len(keys))))
        assert len(w_array.values()) == len(keys)
        for key in self.keys:
            if key not in keys:
                assert w_array.get_key(boxed(key)) is None
        assert entry_at(w_array, model, w_array.pos) is model.pos
        assert w_array.has_counted or not any(isinstance(w, W_Counted) for w in w_array.values())
        return True

    def check(self) -> None:
        assert self.real.keys() == self.model.keys()
        for name in self.real:
            assert self.same(self.real[name], self.model[name])
        self.check_counts()
        for w_array, iterator, model, at in self.iterators:
            assert entry_at(w_array, model, iterator.pos) is at[0]

    def check_counts(self) -> None:
        """Every owner count is exactly the number of slots."""
        counts: dict[int, int] = {}
        counted: dict[int, W_Counted] = {}
        waiting = list(self.real.values())
        while waiting:
            w = waiting.pop()
            if isinstance(w, W_Counted):
                counts[id(w)] = counts.get(id(w), 0) + 1
                if id(w) not in counted:
                    counted[id(w)] = w
                    waiting += w.values() if isinstance(w, W_Array) else [w.value]
        for key, w in counted.items():
            assert w.rc == counts[key]


OPERATIONS = [name for name in vars(World) if name.startswith("op_")]
OPERATIONS += ["op_append"] * 3 + ["op_put", "op_delete", "op_assign"]


def boxed(value: object) -> object:
    if value is None:
        return w_null
    if isinstance(value, int):
        return W_Int(value)
    if isinstance(value, float):
        return W_Float(value)
    return new_str(value)


def plain(w: object) -> object:
    if w is w_null:
        return None
    if isinstance(w, W_Int):
        return w.intval
    if isinstance(w, W_Float):
        return w.floatval
    if isinstance(w, W_Str):
        return w.as_str()
    return w


def entry_at(w_array: W_Array, model: ModelArray, pos: int) -> Entry | None:
    pos = w_array.next_pos(pos)
    return None if pos < 0 else model.find(plain(w_array.key_at(pos)))


SMALL: list[int | str] = [0, 1, 2, 3, 4]
SCATTERED: list[int | str] = [0, 1, 7, -3, 100, 8, 16, 24, MAXINT - 1, MININT]
WORDS: list[int | str] = ["", "x", "yy", "zzz", "-0", "007", "k1", "k2", "k3"]


@pytest.mark.parametrize(
    ("keys", "scalars"),
    [
        (SMALL, [1, 2]),
        (SMALL, [1.5, 2.5]),
        (SMALL, [1, 1.0, None, "text"]),
        (SCATTERED, [1, "b"]),
        (SCATTERED + [MAXINT], [1, "b"]),
        (WORDS, [1, "b"]),
        (SMALL + WORDS, [1, 2.0]),
        (list(range(60)), [3]),
        (list(range(60)), [3, "z"]),
    ],
)
def test_against_model(keys: list[int | str], scalars: list[object]) -> None:
    for seed in range(25):
        world = World(seed, keys, scalars)
        for _ in range(60):
            world.step()


def test_all_strategies_are_reached() -> None:
    reached = set()
    for seed in range(30):
        world = World(seed, SMALL + WORDS + SCATTERED, [1, 2.0])
        for _ in range(20):
            world.step()
        reached |= world.strategies
    for scalars in ([1], [1.5]):
        world = World(1, SMALL, scalars)
        world.op_append()
        world.check()
        reached |= world.strategies
    assert reached == {
        name
        for name in dir(arrays_strategies)
        if name.endswith("Strategy") and name != "Strategy"
    }


def keys_of(w_array: W_Array) -> list[int | str]:
    keys = []
    pos = w_array.next_pos(0)
    while pos >= 0:
        keys.append(plain(w_array.key_at(pos)))
        pos = w_array.next_pos(pos + 1)
    return keys


def values_of(w_array: W_Array) -> list[object]:
    return [plain(w) for w in w_array.values()]


@pytest.mark.parametrize(
    ("keys", "appended"),
    [([], 0), ([-5], -4), ([-5, -3], -2), ([5, 2], 6), ([MININT], MININT + 1), (["x"], 0)],
)
def test_next_index(keys: list[int | str], appended: int) -> None:
    w_array = new_array()
    for key in keys:
        w_array.put_key(boxed(key), W_Int(1))
    assert w_array.append_index() == appended
    assert w_array.append(W_Int(2))
    assert keys_of(w_array)[-1] == appended


def test_append_at_the_end_of_the_int_range_fails() -> None:
    w_array = new_array()
    w_array.put_int(MAXINT, W_Int(1))
    assert not w_array.append(W_Int(2))
    assert w_array.append_ref() is None
    w_array.delete_int(MAXINT)
    assert w_array.append(W_Int(3))
    assert keys_of(w_array) == [MAXINT]


def test_next_index_after_removals() -> None:
    w_array = array_from_ints([1, 2, 3])
    w_array.delete_int(2)
    w_array.append(W_Int(4))
    assert keys_of(w_array) == [0, 1, 3]
    w_array = array_from_ints([1, 2, 3])
    w_array.pop()
    w_array.append(W_Int(4))
    assert keys_of(w_array) == [0, 1, 2]
    w_array = array_from_pairs([W_Int(-5)], [W_Int(1)])
    w_array.pop()
    assert w_array.append_index() == -5
    w_array = array_from_pairs([W_Int(-5)], [W_Int(1)])
    w_array.shift()
    assert w_array.append_index() == 0


def test_literal_empty_array_starts_at_zero() -> None:
    """php 8.2: `$a = []; $a[-5] = 1; $a[] = 1;` makes the keys -5 and 0."""
    w_literal = mark_literal(new_array())
    w_array = w_literal.separate()
    w_array.put_int(-5, W_Int(1))
    w_array.append(W_Int(1))
    assert keys_of(w_array) == [-5, 0]


def test_a_filled_gap_comes_last() -> None:
    w_array = array_from_ints([1, 2, 3])
    w_array.delete_int(1)
    w_array.put_int(1, W_Int(5))
    assert keys_of(w_array) == [0, 2, 1]


def test_literals_are_copied_before_a_write() -> None:
    w_inner = array_from_ints([1])
    w_literal = mark_literal(array_from_list([w_inner, W_Int(2)]))
    assert w_literal.rc == IMMORTAL
    assert w_inner.rc == IMMORTAL
    own(w_literal)
    w_copy = w_literal.separate()
    assert w_copy is not w_literal
    w_nested = w_copy.array_at(0)
    assert w_nested is not w_inner
    w_nested.assign_int(0, W_Int(9))
    assert values_of(w_inner) == [1]


def test_writing_a_shared_array_is_refused() -> None:
    w_array = array_from_ints([1])
    own(w_array)
    with pytest.raises(AssertionError):
        w_array.append(W_Int(2))


def test_deep_structures_are_released_without_deep_recursion() -> None:
    w_array = array_from_ints([1])
    innermost = w_array
    own(innermost)
    for _ in range(50000):
        w_array = array_from_list([w_array])
    disown(w_array)
    assert innermost.rc == 1
    assert arrays.releasing.depth == 0


def test_release_gives_up_references() -> None:
    w_value = array_from_ints([1])
    own(w_value)
    w_array = array_from_list([W_Int(1), w_value])
    w_ref = w_array.ref_int(1)
    own(w_ref)
    disown(w_array)
    assert w_ref.rc == 1
    assert w_value.rc == 2
    disown(w_ref)
    assert w_value.rc == 1


def test_copy_keeps_a_reference_to_itself() -> None:
    w_array = array_from_ints([1])
    own(w_array)
    w_ref = W_Ref(w_array)
    w_ref.value.rc = 1
    w_array.put_int(0, w_ref)
    w_copy = w_array.dup()
    assert w_copy.get_int(0) is w_ref


def test_constructors_choose_the_densest_storage() -> None:
    def name(w_array: W_Array) -> str:
        return type(w_array.strategy).__name__

    assert name(array_from_list([W_Int(1), W_Int(2)])) == "PackedIntStrategy"
    assert name(array_from_list([W_Float(1.0)])) == "PackedFloatStrategy"
    assert name(array_from_list([W_Float(1.0), W_Int(1)])) == "PackedObjStrategy"
    assert name(array_from_list([])) == "EmptyStrategy"
    assert array_from_floats([0.5]).float_items() == [0.5]
    assert array_from_ints([4, 5]).int_items() == [4, 5]
    assert array_from_ints([4]).float_items() is None
    assert values_of(array_from_strs(["a", "bc"])) == ["a", "bc"]
    w_array = array_from_pairs([W_Int(3), new_str("3"), new_str("x")], [W_Int(i) for i in range(3)])
    assert keys_of(w_array) == [3, "x"]
    assert values_of(w_array) == [1, 2]


def test_names_are_normalised() -> None:
    w_array = new_array()
    put_by_name(w_array, "12", W_Int(1))
    put_by_name(w_array, "012", W_Int(2))
    assert keys_of(w_array) == [12, "012"]
    assert plain(get_by_name(w_array, "12")) == 1
    assert plain(get_by_name(w_array, "012")) == 2


def test_become_and_clear() -> None:
    w_array = array_from_ints([3, 1, 2])
    w_array.become(array_from_ints([1, 2, 3]))
    assert values_of(w_array) == [1, 2, 3]
    w_inner = new_array()
    own(w_inner)
    w_array.append(w_inner)
    w_array.clear()
    assert w_inner.rc == 1
    assert w_array.count() == 0
    assert w_array.append_index() == 0


def test_queue_keeps_its_memory() -> None:
    w_array = new_array()
    for number in range(5000):
        w_array.append(W_Int(number))
        if number >= 10:
            assert plain(w_array.shift()) == number - 10
    assert w_array.count() == 10
    w_array = new_array()
    for number in range(5000):
        w_array.append(new_str("text"))
        if number >= 10:
            assert w_array.delete_int(number - 10)
    assert w_array.count() == 10
    assert len(arrays_strategies.HASH_INT.unerase(w_array.storage).vals) <= 64


# What foreach by reference sees; the lists are php 8.2's.


def walk(w_array: W_Array, body: object) -> list[int | str]:
    iterator = ArrayIterator(0)
    w_array.register(iterator)
    seen = []
    while True:
        pos = w_array.next_pos(iterator.pos)
        if pos < 0 or len(seen) > 30:
            break
        iterator.pos = pos + 1
        key = plain(w_array.key_at(pos))
        seen.append(key)
        body(w_array, key)
    w_array.unregister(iterator)
    assert w_array.iters == []
    return seen


def named() -> W_Array:
    return array_from_pairs([new_str(s) for s in "xyz"], [W_Int(i) for i in range(1, 4)])


def test_iterators_at_the_end() -> None:
    def at(key: object, *actions: object) -> object:
        def body(w_array: W_Array, seen: object) -> None:
            if seen == key:
                for action in actions:
                    action(w_array)

        return body

    def remove(key: object) -> object:
        return lambda w_array: w_array.delete_key(boxed(key))

    def put(key: object) -> object:
        return lambda w_array: w_array.put_key(boxed(key), W_Int(9))

    def append(w_array: W_Array) -> None:
        w_array.append(W_Int(9))

    def pop(w_array: W_Array) -> None:
        w_array.pop()

    def shift(w_array: W_Array) -> None:
        w_array.shift()

    def unshift(w_array: W_Array) -> None:
        w_array.insert_front([W_Int(8), W_Int(9)])

    assert walk(named(), at("y", remove("z"), put("w"))) == ["x", "y"]
    assert walk(named(), at("z", remove("z"), put("w"))) == ["x", "y", "z"]
    assert walk(named(), at("x", remove("y"), remove("z"), put("w"))) == ["x"]
    assert walk(named(), at("z", put("q"), remove("z"), put("w"))) == ["x", "y", "z", "q", "w"]
    assert walk(named(), at("z", pop, put("w"))) == ["x", "y", "z"]
    assert walk(named(), at("y", pop, pop, put("w"), put("u"))) == ["x", "y"]
    assert walk(array_from_ints([1, 2, 3]), at(1, remove(2), append)) == [0, 1, 3]
    assert walk(array_from_ints([1, 2, 3]), at(1, remove(2), remove(1), append)) == [0, 1, 3]
    assert walk(array_from_ints([1, 2, 3]), at(2, shift, append, append)) == [0, 1, 2, 3]
    assert walk(named(), at("z", shift, append, append)) == ["x", "y", "z", 0, 1]
    assert walk(named(), at("x", shift, shift)) == ["x", "z"]
    assert walk(named(), at("z", unshift)) == ["x", "y", "z"]
    assert walk(named(), at("z", unshift, append, append)) == ["x", "y", "z", 2, 3]
    assert walk(array_from_ints([1, 2, 3]), at(2, pop, append, append)) == [0, 1, 2, 3]
    assert walk(array_from_ints([1, 2, 3, 4, 5]), at(1, unshift)) == [0, 1, 4, 5, 6]


def test_internal_pointer_at_the_end() -> None:
    w_array = named()
    w_array.pos = 2
    w_array.delete_str("z")
    w_array.put_str("w", W_Int(3))
    assert plain(w_array.key_at(w_array.next_pos(w_array.pos))) == "w"
    w_array = named()
    w_array.pos = 3
    w_array.put_str("w", W_Int(3))
    assert plain(w_array.key_at(w_array.next_pos(w_array.pos))) == "w"
    w_array = array_from_ints([1, 2, 3])
    w_array.pos = 3
    w_array.delete_int(2)
    w_array.append(W_Int(4))
    assert plain(w_array.key_at(w_array.next_pos(w_array.pos))) == 3
