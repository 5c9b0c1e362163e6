<?php
// Prints the signature of every function named on standard input, one a line, in the notation of interpreter/builtins.
function default_text(ReflectionParameter $parameter): string
{
    if (!$parameter->isDefaultValueAvailable()) {
        return '?';
    }
    if ($parameter->isDefaultValueConstant()) {
        return $parameter->getDefaultValueConstantName();
    }
    return json_encode($parameter->getDefaultValue(), JSON_UNESCAPED_SLASHES | JSON_PARTIAL_OUTPUT_ON_ERROR);
}

function parameter_text(ReflectionParameter $parameter): string
{
    $text = ($parameter->getType() ?? 'mixed') . ' ';
    $text .= $parameter->isPassedByReference() ? '&' : '';
    $text .= ($parameter->isVariadic() ? '...' : '') . '$' . $parameter->getName();
    if ($parameter->isOptional() && !$parameter->isVariadic()) {
        $text .= ' = ' . default_text($parameter);
    }
    return $text;
}

foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $name) {
    if (!function_exists($name)) {
        echo "-- $name does not exist\n";
        continue;
    }
    $function = new ReflectionFunction($name);
    $returns = $function->getReturnType() ?? $function->getTentativeReturnType() ?? 'mixed';
    echo $function->getName(), '(', implode(', ', array_map('parameter_text', $function->getParameters())), "): $returns\n";
}
