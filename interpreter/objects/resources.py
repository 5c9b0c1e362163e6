"""Resources: handles such as open files, numbered in the order of their making."""
from __future__ import absolute_import

from hippy.interpreter.objects.values import W_Root, TP_RESOURCE


class W_Resource(W_Root):
    """`kind` is the type that get_resource_type() tells; 'Unknown' once closed."""
    _attrs_ = ('number', 'kind', 'is_open')
    _immutable_fields_ = ('number',)
    tp = TP_RESOURCE

    def __init__(self, number, kind):
        self.number = number
        self.kind = kind
        self.is_open = True

    def close(self):
        """From now on the resource is closed; subclasses give up what they hold."""
        self.is_open = False
        self.kind = 'Unknown'
