"""Sizes of the garbage collector: those chosen when the engine is translated, and the limit of the heap."""
from __future__ import absolute_import

import sys

if sys.version_info[0] == 2:
    from rpython.rlib.rgc import set_max_heap_size

    ROOM = 2        # the collector counts what it keeps for growth and what is dead, and values differ in size from PHP's

    def limit_heap(size):
        """MemoryError is raised, once, when the heap is larger; a size below 1 is no limit."""
        set_max_heap_size(size * ROOM if 0 < size < 1 << 60 else 0)
else:
    import resource

    ROOM = 16       # Python's objects are that much larger than PHP's

    def limit_heap(size):
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        wanted = size * ROOM if 0 < size < 1 << 50 else resource.RLIM_INFINITY
        if hard != resource.RLIM_INFINITY and (wanted > hard or wanted == resource.RLIM_INFINITY):
            wanted = hard
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


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
