"""Training: the catalogue, applications, the division of seats, what people learned."""

from storage.trainings.agreements import Agreement
from storage.trainings.allocation import Allocation, AllocationLine, TrainingBudget
from storage.trainings.corrections import TrainingCorrection
from storage.trainings.feedback import TrainingRating, TrainingUse
from storage.trainings.learning import Learning
from storage.trainings.proofs import LearningProof
from storage.trainings.request import TrainingRequest
from storage.trainings.running import CourseChange, TrainingHost
from storage.trainings.training import Training

__all__ = [
    "Agreement", "Allocation", "AllocationLine", "CourseChange", "Learning", "LearningProof",
    "Training", "TrainingBudget", "TrainingCorrection", "TrainingHost", "TrainingRating",
    "TrainingRequest", "TrainingUse",
]  # fmt: skip
