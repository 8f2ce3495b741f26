"""Training: the catalogue, applications, the division of seats, what people learned."""

from storage.trainings.allocation import Agreement, Allocation, AllocationLine, TrainingBudget
from storage.trainings.learning import Learning
from storage.trainings.proofs import LearningProof
from storage.trainings.request import TrainingRequest
from storage.trainings.training import Training

__all__ = [
    "Agreement", "Allocation", "AllocationLine", "Learning", "LearningProof", "Training",
    "TrainingBudget", "TrainingRequest",
]  # fmt: skip
