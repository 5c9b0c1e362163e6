"""Running generators: resuming the frame that a W_Generator owns, what `yield from` goes through, and the methods of class Generator.

A generator's frame is on the call stack only while it runs. It is left at a SUSPEND instruction and goes on behind it. With `yield
from` the frame stays at a loop of DELEGATE and SUSPEND: each resumption asks the source for its next value.
"""
from __future__ import absolute_import

from hippy.interpreter.compiler.bytecode import WIDTH
from hippy.interpreter.errors import PhpThrow
from hippy.interpreter.objects import convert
from hippy.interpreter.objects.classes import W_Class
from hippy.interpreter.objects.generators import W_Generator
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.values import W_Root, disown, new_bool, own, w_null
from hippy.interpreter.rlib.jit import dont_look_inside, promote, vref_None
from hippy.interpreter.vm.debug import DBG
from hippy.interpreter.vm.frame import store


def start(ctx, generator):
    """Runs up to the first yield, unless that has happened."""
    if not generator.started and generator.frame is not None:
        resume(ctx, generator, w_null)
        generator.at_first_yield = True


def resume(ctx, generator, w_sent):
    """Runs up to the next yield; takes over the value that the current yield gives."""
    frame = generator.frame
    if frame is None:
        disown(w_sent)
        return
    check_idle(ctx, generator)
    code = promote(frame.code)
    pc = promote(frame.pc)
    if generator.source is not None:
        generator.w_sent = w_sent
    elif code.ops[pc + 1] >= 0:
        store(frame, code.ops[pc + 1], w_sent)
    else:
        disown(w_sent)
    run(ctx, generator, frame, code, pc + WIDTH, None)


def run(ctx, generator, frame, code, pc, e):
    """Goes on at pc, or with a PhpThrow at the yield where it stopped."""
    begins = not generator.started
    generator.started = True
    generator.at_first_yield = False
    generator.running = True
    ctx.enter(frame)
    ended = True
    try:
        if begins and DBG.active and DBG.functions:
            DBG.hook.at_call(ctx, frame, code)
        disown(ctx.resume(frame, code, pc, e))
        ended = generator.w_return is not None
    finally:
        ctx.leave(frame)
        frame.back = vref_None
        generator.running = False
        if ended:
            end(generator)


def end(generator):
    generator.frame = None
    if generator.by_ref:
        generator.show(None, None)
    source = generator.source
    if source is not None:
        generator.source = None
        source.close()


def check_idle(ctx, generator):
    if generator.running:
        raise ctx.error('Error', 'Cannot resume an already running generator')


def throw_into(ctx, generator, w_exc):
    """The current yield throws, or what the generator yields from gets the exception."""
    start(ctx, generator)
    frame = generator.frame
    if frame is None:
        raise PhpThrow(w_exc)
    check_idle(ctx, generator)
    code = promote(frame.code)
    pc = promote(frame.pc)
    source = generator.source
    if source is not None and source.takes_exceptions():
        generator.w_thrown = w_exc
        run(ctx, generator, frame, code, pc + WIDTH, None)
        return
    if source is not None:
        generator.source = None
        source.close()
    run(ctx, generator, frame, code, pc, PhpThrow(w_exc))


# generators that are never finished

EXIT = W_Class('', None)        # of what is thrown into a generator that ends before its function does: no `catch` names it


def destroy(ctx, generator):
    """Runs the finally blocks round the yield where the generator stopped, and ends it."""
    frame = generator.frame
    if frame is None or generator.running or not generator.started:
        return
    w_exit = W_Object(EXIT.map, 0)
    generator.closing = True
    try:
        source = generator.source
        if source is not None:
            generator.source = None
            source.close()
        run(ctx, generator, frame, frame.code, frame.pc, PhpThrow(w_exit))
    except PhpThrow as e:
        if e.w_exc is not w_exit:
            raise


@dont_look_inside
def remember(ctx, generator):
    """Keeps a generator whose function has finally blocks until the program ends; those that are done are forgotten now and then."""
    unfinished = ctx.unfinished
    unfinished.append(generator)
    count = len(unfinished)
    if count >= 64 and count & (count - 1) == 0:
        ctx.unfinished = [other for other in unfinished if other.frame is not None]


@dont_look_inside
def destroy_all(ctx):
    """At the end of the program."""
    unfinished = ctx.unfinished
    ctx.unfinished = []
    for generator in unfinished:
        destroy(ctx, generator)


# what a generator yields from

class Source(W_Root):
    """What a `yield from` goes through."""
    _attrs_ = ()

    def advance(self, ctx, generator):
        """Puts the next value and key into the generator that delegates; False at the end."""
        raise NotImplementedError

    def w_result(self, ctx):
        """The value of the `yield from` expression, owned."""
        raise NotImplementedError

    def takes_exceptions(self):
        """True when throw() goes to the source, not to the generator that yields from it."""
        raise NotImplementedError

    def inner(self):
        """The generator whose values are passed on, or None."""
        raise NotImplementedError

    def close(self):
        raise NotImplementedError


class WalkSource(Source):
    """An array or a Traversable that is no generator."""
    _attrs_ = ('walk',)

    def __init__(self, walk):
        self.walk = walk

    def advance(self, ctx, generator):
        disown(generator.w_sent)
        generator.w_sent = None
        w = self.walk.next_value(ctx)
        if w is None:
            return False
        w_key = deref(self.walk.key(ctx))
        own(w_key)
        generator.show(w, w_key)
        return True

    def w_result(self, ctx):
        return w_null

    def takes_exceptions(self):
        return False

    def inner(self):
        return None

    def close(self):
        self.walk.close()


class GeneratorSource(Source):
    """Another generator. advanced: it has given its current value to the one that delegates."""
    _attrs_ = ('generator', 'advanced')

    def __init__(self, generator):
        self.generator = generator
        self.advanced = False

    def advance(self, ctx, generator):
        inner = self.generator
        w_sent = generator.w_sent
        w_thrown = generator.w_thrown
        generator.w_sent = None
        generator.w_thrown = None
        if w_thrown is not None:
            throw_into(ctx, inner, w_thrown)
        elif self.advanced:
            resume(ctx, inner, w_sent if w_sent is not None else w_null)
        else:
            start(ctx, inner)
        self.advanced = True
        if inner.frame is None:
            return False
        w_value = inner.current_value()
        w_key = inner.w_key
        own(w_value)
        own(w_key)
        generator.show(w_value, w_key)
        return True

    def w_result(self, ctx):
        w = self.generator.w_return
        if w is None:
            raise ctx.error('ClosedGeneratorException', 'Generator yielded from aborted, no return value available')
        own(w)
        return w

    def takes_exceptions(self):
        return self.generator.frame is not None

    def inner(self):
        return self.generator

    def close(self):
        pass


def innermost(generator):
    """The generator whose value the outer one shows now: it may have been advanced by another one that yields from it."""
    source = generator.source
    while source is not None and generator.frame is not None:
        inner = source.inner()
        if inner is None:
            break
        generator = inner
        source = generator.source
    return generator


# the methods of class Generator

def the_generator(w_this):
    assert isinstance(w_this, W_Generator)
    return w_this


def current_value(ctx, generator):
    """Owned; null when there is none."""
    w = innermost(generator).current_value()
    if w is None or generator.frame is None:
        return w_null
    own(w)
    return w


def generator_current(ctx, w_this, args_w):
    generator = the_generator(w_this)
    start(ctx, generator)
    return current_value(ctx, generator)


def current_key(generator):
    """Borrowed; null when there is none."""
    w = innermost(generator).w_key
    if w is None or generator.frame is None:
        return w_null
    return deref(w)


def generator_key(ctx, w_this, args_w):
    generator = the_generator(w_this)
    start(ctx, generator)
    w = current_key(generator)
    own(w)
    return w


def generator_next(ctx, w_this, args_w):
    generator = the_generator(w_this)
    start(ctx, generator)
    resume(ctx, generator, w_null)
    return w_null


def generator_valid(ctx, w_this, args_w):
    generator = the_generator(w_this)
    start(ctx, generator)
    return new_bool(generator.frame is not None)


def generator_rewind(ctx, w_this, args_w):
    rewind(ctx, the_generator(w_this))
    return w_null


@dont_look_inside
def rewind(ctx, generator):
    start(ctx, generator)
    if not generator.at_first_yield:
        raise ctx.error('Exception', 'Cannot rewind a generator that was already run')


def generator_send(ctx, w_this, args_w):
    generator = the_generator(w_this)
    start(ctx, generator)
    own(args_w[0])
    resume(ctx, generator, args_w[0])
    return current_value(ctx, generator)


def generator_throw(ctx, w_this, args_w):
    generator = the_generator(w_this)
    w_exc = args_w[0]
    if not isinstance(w_exc, W_Object) or not w_exc.get_class().is_throwable:
        raise ctx.error('TypeError', 'Generator::throw(): Argument #1 ($exception) must be of type Throwable, %s given'
                        % convert.type_name(w_exc))
    throw_into(ctx, generator, w_exc)
    return current_value(ctx, generator)


def generator_return(ctx, w_this, args_w):
    generator = the_generator(w_this)
    start(ctx, generator)
    w = generator.w_return
    if w is None:
        raise ctx.error('Exception', "Cannot get return value of a generator that hasn't returned")
    own(w)
    return w


# name, function, number of arguments, their names, the types that a class of PHP would declare
METHODS = [
    ('rewind', generator_rewind, 0, ()),
    ('valid', generator_valid, 0, ()),
    ('current', generator_current, 0, ()),
    ('key', generator_key, 0, ()),
    ('next', generator_next, 0, ()),
    ('send', generator_send, 1, ('value',)),
    ('throw', generator_throw, 1, ('exception',)),
    ('getReturn', generator_return, 0, ()),
]
