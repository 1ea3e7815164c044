"""Documents of a review and of the items of its agenda: kept in the database, under the same release as all else."""
