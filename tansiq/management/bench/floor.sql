-- Run by the owner: what the measurements are held against. `bench.remark` is the same table without any control;
-- `bench.own` holds no rows but those that the measured member may read: the least work that gives the same answer.
CREATE SCHEMA bench;
GRANT USAGE ON SCHEMA bench TO tansiq_app;
CREATE TABLE bench.remark (LIKE tansiq_remark INCLUDING ALL);
CREATE TABLE bench.own (LIKE tansiq_remark INCLUDING ALL);
INSERT INTO bench.remark SELECT * FROM tansiq_remark ORDER BY created_at;
INSERT INTO bench.own SELECT * FROM tansiq_remark WHERE audience_id IN (
  SELECT audience_id FROM tansiq_audience_reader WHERE reader IN (0, 1000 + 2 * (%(members)s / 2))) ORDER BY created_at;
GRANT SELECT ON bench.remark, bench.own TO tansiq_app;
