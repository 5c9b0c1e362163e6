"""Bulk copies between lists."""
from __future__ import absolute_import

try:
    from rpython.rlib import rgc
    from rpython.rlib.jit import dont_look_inside
    from rpython.rtyper.extregistry import ExtRegistryEntry
    from rpython.rtyper.lltypesystem import lltype

    def copy_items(source, source_start, dest, dest_start, count):
        """Copies count items between two different lists; all positions lie within the lists."""
        assert source is not dest
        for i in range(count):
            dest[dest_start + i] = source[source_start + i]

    @dont_look_inside
    def _ll_copy_items(source, source_start, dest, dest_start, count):
        rgc.ll_arraycopy(source.ll_items(), dest.ll_items(), source_start, dest_start, count)

    class _CopyItemsEntry(ExtRegistryEntry):
        _about_ = copy_items

        def compute_result_annotation(self, s_source, _s_source_start, s_dest, _s_dest_start, _s_count):
            s_dest.listdef.mutate()
            s_dest.listdef.agree(self.bookkeeper, s_source.listdef)

        def specialize_call(self, hop):
            arguments = hop.inputargs(hop.args_r[0], lltype.Signed, hop.args_r[2], lltype.Signed, lltype.Signed)
            hop.exception_cannot_occur()
            hop.gendirectcall(_ll_copy_items, *arguments)
except ImportError:
    def copy_items(source, source_start, dest, dest_start, count):
        assert source is not dest
        assert 0 <= source_start and source_start + count <= len(source)
        assert 0 <= dest_start and dest_start + count <= len(dest)
        dest[dest_start:dest_start + count] = source[source_start:source_start + count]
