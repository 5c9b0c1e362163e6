"""The size of the garbage collector's nursery, chosen when the engine is translated."""
from __future__ import absolute_import


def set_nursery_size(size):
    """NOT_RPYTHON
    RPython takes half of the last cache level for its nursery; on servers that is far more than pays (docs/performance.md)."""
    from rpython.memory.gc import env
    from rpython.memory.gc.incminimark import IncrementalMiniMarkGC
    IncrementalMiniMarkGC.TRANSLATION_PARAMS['nursery_size'] = size
    env.best_nursery_size_for_L2cache = lambda *_args: size
    env.estimate_best_nursery_size = lambda *_args: size
