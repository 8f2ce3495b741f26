"""Symmetric positive definite systems whose rows are mostly empty, without a library."""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import fsum, log

Rows = Mapping[int, Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class Factor:
    """L D L' of a matrix: unknowns in the order of elimination, pivots, columns of L."""

    order: tuple[int, ...]
    pivots: Mapping[int, float]
    columns: Rows


def factored(matrix: Rows) -> Factor:
    """Both halves of `matrix` are given. Least degree first, of equal degree the smaller key.

    ValueError when the matrix is not positive definite.
    """
    rows = {key: dict(row) for key, row in matrix.items()}
    waiting = [(len(row), key) for key, row in rows.items()]
    heapify(waiting)
    order: list[int] = []
    pivots: dict[int, float] = {}
    columns: dict[int, dict[int, float]] = {}
    while waiting:
        degree, key = heappop(waiting)
        if key not in rows or degree != len(rows[key]):
            continue
        row = rows.pop(key)
        pivot = row.pop(key)
        if not pivot > 0:
            raise ValueError("not positive definite")
        order.append(key)
        pivots[key] = pivot
        columns[key] = {other: row[other] / pivot for other in sorted(row)}
        for other, share in columns[key].items():
            target = rows[other]
            del target[key]
            for third, value in row.items():
                target[third] = target.get(third, 0.0) - share * value
            heappush(waiting, (len(target), other))
    return Factor(tuple(order), pivots, columns)


def solved(factor: Factor, right: Mapping[int, float]) -> dict[int, float]:
    """x of A x = right."""
    x = {key: right.get(key, 0.0) for key in factor.order}
    for key in factor.order:
        for other, share in factor.columns[key].items():
            x[other] -= share * x[key]
    for key in reversed(factor.order):
        rest = [share * x[other] for other, share in factor.columns[key].items()]
        x[key] = x[key] / factor.pivots[key] - fsum(rest)
    return x


def log_determinant(factor: Factor) -> float:
    return fsum(log(pivot) for pivot in factor.pivots.values())


def inverse_diagonal(factor: Factor) -> dict[int, float]:
    """The diagonal of the inverse, from the inverse on the pattern of L only.

    Takahashi, Fagan and Chen, Formation of a sparse bus impedance matrix, 1973.
    """
    inverse: dict[tuple[int, int], float] = {}
    for key in reversed(factor.order):
        column = factor.columns[key]
        for other in column:
            value = -fsum(share * inverse[third, other] for third, share in column.items())
            inverse[key, other] = inverse[other, key] = value
        rest = fsum(share * inverse[key, other] for other, share in column.items())
        inverse[key, key] = 1 / factor.pivots[key] - rest
    return {key: inverse[key, key] for key in factor.order}
