--TEST--
?>: text is printed, one newline after the tag is not
--FILE--
first
<?php if (true): ?>
yes
<?php else: ?>
no
<?php endif ?>
<?php for ($i = 0; $i < 2; $i++) { ?>
  row <?= $i ?>

<?php } ?>
last
--EXPECT--
first
yes
  row 0
  row 1
last
