--TEST--
exceptions: parents of the builtin ones
--FILE--
<?php
foreach (['ArithmeticError', 'DivisionByZeroError', 'TypeError', 'ValueError', 'ArgumentCountError', 'UnhandledMatchError', 'ErrorException', 'LogicException', 'InvalidArgumentException', 'DomainException', 'LengthException', 'OutOfRangeException', 'RuntimeException', 'OutOfBoundsException', 'RangeException', 'OverflowException', 'UnderflowException', 'UnexpectedValueException', 'BadFunctionCallException', 'BadMethodCallException', 'JsonException'] as $class) {
    echo $class, ' < ', get_parent_class($class), "\n";
}
--EXPECT--
ArithmeticError < Error
DivisionByZeroError < ArithmeticError
TypeError < Error
ValueError < Error
ArgumentCountError < TypeError
UnhandledMatchError < Error
ErrorException < Exception
LogicException < Exception
InvalidArgumentException < LogicException
DomainException < LogicException
LengthException < LogicException
OutOfRangeException < LogicException
RuntimeException < Exception
OutOfBoundsException < RuntimeException
RangeException < RuntimeException
OverflowException < RuntimeException
UnderflowException < RuntimeException
UnexpectedValueException < RuntimeException
BadFunctionCallException < LogicException
BadMethodCallException < BadFunctionCallException
JsonException < Exception
