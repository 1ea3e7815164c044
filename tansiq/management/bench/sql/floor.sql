-- What the measurements are held against, in schemas of the bench: `plain` has the same tables without any control, `own`
-- has no rows but those that the measured member may read, the least work that gives the same answer.
CREATE SCHEMA plain;
CREATE SCHEMA own;
GRANT USAGE ON SCHEMA plain, own TO tansiq_app;
CREATE TABLE plain.remark (LIKE tansiq_remark INCLUDING ALL);
CREATE TABLE own.remark (LIKE tansiq_remark INCLUDING ALL);
INSERT INTO plain.remark SELECT * FROM tansiq_remark ORDER BY created_at;
INSERT INTO own.remark SELECT * FROM tansiq_remark WHERE audience_id IN (
  SELECT audience_id FROM tansiq_audience_reader WHERE reader IN (0, 1000 + 2 * (%(members)s / 2))) ORDER BY created_at;
GRANT SELECT ON plain.remark, own.remark TO tansiq_app;
