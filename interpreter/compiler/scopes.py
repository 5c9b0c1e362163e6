"""What statements are nested in - loops, switches, try and finally blocks - and how break, continue, return and goto leave it."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode as b
from hippy.interpreter.compiler.emitter import is_temporary
from hippy.interpreter.syntax import ast

LOOP = 0            # loops and switch
TRY = 1             # the body and the catch blocks of a try with finally
FINALLY = 2         # the finally block itself


class Scope(object):
    """node: the loop, the try statement or the finally block. iterator, subject: temporaries to give up on the way out, or -1.
    held: temporaries that a return keeps while the finally block runs."""
    _attrs_ = ('kind', 'node', 'break_label', 'continue_label', 'iterator', 'subject', 'label', 'resume', 'exc', 'held')

    def __init__(self, kind, node):
        self.kind = kind
        self.node = node
        self.break_label = -1
        self.continue_label = -1
        self.iterator = -1
        self.subject = -1
        self.label = -1             # of the finally block
        self.resume = -1            # the temporary that says where to go on after it
        self.exc = -1               # the temporary of the exception that waits for it
        self.held = []


def open_loop(c, node, break_label, continue_label, iterator, subject):
    scope = Scope(LOOP, node)
    scope.break_label = break_label
    scope.continue_label = continue_label
    scope.iterator = iterator
    scope.subject = subject
    c.scopes.append(scope)


def open_try(c, node):
    """A try with a finally block."""
    c.code.has_finally = True
    scope = Scope(TRY, node)
    scope.label = c.e.label()
    scope.resume = c.e.temporary()
    scope.exc = c.e.temporary()
    c.e.note_empty(scope.resume)
    c.e.note_empty(scope.exc)
    c.scopes.append(scope)
    return scope


def unwind(c, depth):
    """Gives up what the scopes from `depth` on hold, innermost first, and runs their finally blocks."""
    for i in range(len(c.scopes) - 1, depth - 1, -1):
        scope = c.scopes[i]
        if scope.kind == TRY:
            c.e.emit(b.CALL_FINALLY, scope.resume, scope.exc, scope.label)
        elif scope.kind == LOOP:
            if scope.iterator >= 0:
                c.e.emit(b.FE_FREE, scope.iterator)
            if is_temporary(scope.subject):
                c.e.emit(b.FREE, scope.subject)


def runs_finally(c):
    """True when a return here has to run a finally block first."""
    for scope in c.scopes:
        if scope.kind == TRY:
            return True
    return False


def hold(c, operand):
    """Keeps a temporary until the outermost finally block round this place is compiled."""
    for scope in c.scopes:
        if scope.kind == TRY:
            scope.held.append(operand)
            return


def close_try(c, scope):
    for operand in scope.held:
        c.e.release(operand)
    c.e.release(scope.exc)
    c.e.release(scope.resume)


def loop_position(c, levels):
    """The index of the loop that `break levels` leaves, or -1."""
    for i in range(len(c.scopes) - 1, -1, -1):
        if c.scopes[i].kind == LOOP:
            levels -= 1
            if levels == 0:
                return i
    return -1


def loop_count(c):
    count = 0
    for scope in c.scopes:
        if scope.kind == LOOP:
            count += 1
    return count


def check_jump_out(c, node, depth):
    """Nothing but return and exceptions may leave a finally block."""
    for i in range(depth, len(c.scopes)):
        if c.scopes[i].kind == FINALLY:
            raise c.unit.error('jump out of a finally block is disallowed', node)


# goto

class LabelPlace(object):
    """Where a goto label stands: the nodes of the scopes round it, outermost first."""
    _attrs_ = ('nodes', 'kinds')

    def __init__(self, nodes, kinds):
        self.nodes = nodes[:]
        self.kinds = kinds[:]


class LabelFinder(object):
    """Collects the labels of a function's statements; those of functions inside are not among them."""
    _attrs_ = ('places', 'nodes', 'kinds')

    def __init__(self):
        self.places = {}
        self.nodes = []
        self.kinds = []

    def walk_all(self, statements):
        for node in statements:
            self.walk(node)

    def inside(self, kind, node, statement):
        self.nodes.append(node)
        self.kinds.append(kind)
        self.walk(statement)
        self.nodes.pop()
        self.kinds.pop()

    def walk(self, node):
        if isinstance(node, ast.Label):
            self.places[node.name] = LabelPlace(self.nodes, self.kinds)
        elif isinstance(node, ast.Block):
            self.walk_all(node.statements)
        elif isinstance(node, ast.If):
            for branch in node.branches:
                self.walk(branch.body)
            if node.otherwise is not None:
                self.walk(node.otherwise)
        elif isinstance(node, ast.While):
            self.inside(LOOP, node, node.body)
        elif isinstance(node, ast.DoWhile):
            self.inside(LOOP, node, node.body)
        elif isinstance(node, ast.For):
            self.inside(LOOP, node, node.body)
        elif isinstance(node, ast.Foreach):
            self.inside(LOOP, node, node.body)
        elif isinstance(node, ast.Switch):
            for case in node.cases:
                self.inside(LOOP, node, ast.Block(case.start, case.end, case.body))
        elif isinstance(node, ast.Try):
            self.walk_try(node)
        elif isinstance(node, ast.Namespace):
            self.walk_all(node.statements)
        elif isinstance(node, ast.Declare) and node.body is not None:
            self.walk(node.body)

    def walk_try(self, node):
        parts = [node.body]
        for clause in node.catches:
            parts.append(clause.body)
        finally_block = node.otherwise
        for part in parts:
            if finally_block is None:
                self.walk(part)
            else:
                self.inside(TRY, node, part)
        if finally_block is not None:
            self.inside(FINALLY, finally_block, finally_block)


def label_place(c, name):
    """The LabelPlace of a label of the function that is being compiled, or None."""
    if c.label_finder is None:
        c.label_finder = LabelFinder()
        c.label_finder.walk_all(c.statements)
    return c.label_finder.places.get(name, None)


def leave_for(c, node, place):
    """Emits what a goto to `place` gives up on its way; refuses ways into loops and finally blocks."""
    depth = 0
    while depth < len(c.scopes) and depth < len(place.nodes) and c.scopes[depth].node is place.nodes[depth]:
        depth += 1
    for i in range(depth, len(place.kinds)):
        if place.kinds[i] == LOOP:
            raise c.unit.error("'goto' into loop or switch statement is disallowed", node)
        if place.kinds[i] == FINALLY:
            raise c.unit.error('jump into a finally block is disallowed', node)
    check_jump_out(c, node, depth)
    unwind(c, depth)
