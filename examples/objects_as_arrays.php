<?php
// What must an object know to stand in square brackets, in count() and in foreach?

class Shelf implements ArrayAccess, Countable, IteratorAggregate
{
    private array $books = [];

    public function offsetExists(mixed $offset): bool
    {
        echo "[exists $offset] ";
        return isset($this->books[$offset]);
    }

    public function offsetGet(mixed $offset): mixed
    {
        return $this->books[$offset] ?? "no book at $offset";
    }

    public function offsetSet(mixed $offset, mixed $value): void
    {
        if ($offset === null) {
            $this->books[] = $value;
        } else {
            $this->books[$offset] = $value;
        }
    }

    public function offsetUnset(mixed $offset): void
    {
        unset($this->books[$offset]);
    }

    public function count(): int
    {
        return count($this->books);
    }

    public function getIterator(): Iterator
    {
        yield from $this->books;
    }
}

$shelf = new Shelf();
$shelf[] = 'Emma';
$shelf['top'] = 'Ulysses';
echo $shelf[0], ', ', $shelf['top'], ', ', $shelf[7], "\n";
var_dump(isset($shelf['top']), isset($shelf['low']), $shelf['top'] ?? 'none');
unset($shelf[0]);
echo count($shelf), "\n";
foreach ($shelf as $place => $book) {
    echo "$place: $book\n";
}
var_dump(is_array($shelf), is_countable($shelf), is_iterable($shelf));

// The brackets call offsetGet and its siblings; [] passes null. Such an object is still no array: the
// array functions refuse it.
