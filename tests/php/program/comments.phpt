--TEST--
// # /* */ and attributes are no code
--FILE--
<?php
// echo 'no'; ?> text after a closing tag in a comment
<?php
# echo 'no';
/* echo
'no'; */
/** doc */
#[Attribute]
class A {}
echo 'yes' /* inside */ . '!' // after
    . "\n";
--EXPECT--
 text after a closing tag in a comment
yes!
