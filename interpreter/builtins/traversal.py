"""Functions that walk over Traversable objects: iterator_to_array() and its kin (ext/spl/spl_iterators.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import owned
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.convert import to_array_key, to_bool
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.values import disown, own
from hippy.interpreter.vm import iterators


@builtin('iterator_to_array(Traversable|array $iterator, bool $preserve_keys = true): array')
def iterator_to_array(ctx, w_iterator, preserve_keys):
    if isinstance(w_iterator, W_Array):
        if preserve_keys:
            return owned(w_iterator)
        return listed(w_iterator)
    own(w_iterator)
    walk = iterators.start_walk(ctx, None, w_iterator)
    w_result = new_array(0)
    w_value = walk.next_value(ctx)
    while w_value is not None:
        if preserve_keys:
            w_result.put_key(to_array_key(ctx, deref(walk.key(ctx))), w_value)
        else:
            w_result.append(w_value)
        w_value = walk.next_value(ctx)
    walk.close()
    return w_result


def listed(w_array):
    """The elements under the keys 0, 1, 2 ..."""
    w_result = new_array(w_array.count())
    pos = w_array.next_pos(0)
    while pos >= 0:
        w_result.append(owned(deref(w_array.value_at(pos))))
        pos = w_array.next_pos(pos + 1)
    return w_result


@builtin('iterator_count(Traversable|array $iterator): int')
def iterator_count(ctx, w_iterator):
    if isinstance(w_iterator, W_Array):
        return w_iterator.count()
    return steps(ctx, w_iterator, None, [])


@builtin('iterator_apply(Traversable $iterator, callable $callback, ?array $args = null): int')
def iterator_apply(ctx, w_iterator, w_callback, w_args):
    args_w = []
    if isinstance(w_args, W_Array):
        for w in w_args.values():
            args_w.append(deref(w))
    return steps(ctx, w_iterator, w_callback, args_w[:])


def steps(ctx, w_iterator, w_callback, args_w):
    """Goes through an iterator without asking for values or keys; stops where the callback gives something false. The number of steps."""
    own(w_iterator)
    walk = iterators.start_walk(ctx, None, w_iterator)
    count = 0
    while walk.step(ctx):
        count += 1
        if w_callback is not None:
            w_answer = ctx.call(w_callback, args_w)
            goes_on = to_bool(ctx, w_answer)
            disown(w_answer)
            if not goes_on:
                break
    walk.close()
    return count
