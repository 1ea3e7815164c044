-- Run by the owner once the jobs' tables are laid: they are the worker's alone, and tell nobody of their work.
-- A notice would be heard by every role, with the number of the job in it.
DROP TRIGGER IF EXISTS procrastinate_jobs_notify_queue_job_inserted_v1 ON tansiq_jobs.procrastinate_jobs;
DROP TRIGGER IF EXISTS procrastinate_jobs_notify_queue_job_aborted_v1 ON tansiq_jobs.procrastinate_jobs;
GRANT USAGE ON SCHEMA tansiq_jobs TO tansiq_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA tansiq_jobs TO tansiq_worker;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA tansiq_jobs TO tansiq_worker;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA tansiq_jobs FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tansiq_jobs TO tansiq_worker;
