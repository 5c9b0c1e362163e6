<?php
// Arrays are copied when they are passed. Are objects?

class Box
{
    public $content = 'empty';
}

function fill($box)
{
    $box->content = 'full';
    $box = new Box();
    $box->content = 'never seen outside';
}

$box = new Box();
fill($box);
echo $box->content, "\n";

$same = $box;
$other = clone $box;
$same->content = 'changed';
echo $box->content, ' ', $other->content, "\n";
var_dump($box === $same, $box === $other);

// A variable holds a handle of the object. The handle is copied, the object is not; so a function
// can change the object, but cannot put another one into the caller's variable.
