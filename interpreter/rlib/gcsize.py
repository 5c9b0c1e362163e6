"""Sizes of the garbage collector, chosen when the engine is translated."""
from __future__ import absolute_import


def set_root_stack_depth(entries):
    """NOT_RPYTHON
    The collector keeps its roots on a stack of its own that nothing checks, so it has to outlast the C stack of rlib/process.py:
    a PHP call takes about 15 entries there for every 700 bytes here. Memory is only used as far as the recursion goes."""
    from rpython.memory.gctransform.framework import BaseFrameworkGCTransformer
    BaseFrameworkGCTransformer.root_stack_depth = entries


def set_nursery_size(size):
    """NOT_RPYTHON
    RPython takes half of the last cache level for its nursery; on servers that is far more than pays (docs/performance.md)."""
    from rpython.memory.gc import env
    from rpython.memory.gc.incminimark import IncrementalMiniMarkGC
    IncrementalMiniMarkGC.TRANSLATION_PARAMS['nursery_size'] = size
    env.best_nursery_size_for_L2cache = lambda *_args: size
    env.estimate_best_nursery_size = lambda *_args: size
