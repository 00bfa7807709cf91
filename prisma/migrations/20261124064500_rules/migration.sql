-- The rules that the tables keep, whatever the code does (DESIGN §3), and that Prisma's schema language cannot say.

-- A token's user is never staff, whatever its claims say.
ALTER TABLE "User" ADD CONSTRAINT "User_staff_is_local" CHECK (issuer = 'local' OR role = 'user');

-- A direct channel is one per pair, written in one order. A thread hangs off one message; every other channel is its own root.
ALTER TABLE "Channel"
  ADD CONSTRAINT "Channel_direct_pair" CHECK (
    (type = 'direct') = ("directLow" IS NOT NULL AND "directHigh" IS NOT NULL)
    AND ("directLow" IS NULL) = ("directHigh" IS NULL)
    AND ("directLow" IS NULL OR "directLow" < "directHigh")),
  ADD CONSTRAINT "Channel_thread_parent" CHECK (
    (type = 'thread') = ("parentMessageId" IS NOT NULL) AND (type = 'thread') = ("rootId" <> id)),
  ADD CONSTRAINT "Channel_slow_mode" CHECK ("slowModeSeconds" BETWEEN 0 AND 21600);

-- A thread of a thread is refused: a root must be its own root.
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_id_rootId_key" UNIQUE (id, "rootId");
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_root_is_root" FOREIGN KEY ("rootId", "rootId") REFERENCES "Channel" (id, "rootId");

ALTER TABLE "ChannelHead" ADD CONSTRAINT "ChannelHead_order" CHECK (
  seq >= 0 AND version >= 0 AND "purgeVersion" BETWEEN 0 AND version AND "messageCount" BETWEEN 0 AND seq
  AND "broadcastCount" BETWEEN 0 AND "messageCount" AND "memberCount" >= 0);
ALTER TABLE "Message" ADD CONSTRAINT "Message_numbers" CHECK (seq > 0 AND version > 0);
ALTER TABLE "Member" ADD CONSTRAINT "Member_numbers" CHECK ("readSeq" >= 0 AND "deliveredSeq" >= 0 AND ("unreadFrom" IS NULL OR "unreadFrom" > 0));

-- Room in the page for the rows that change most, so that they stay heap-only updates.
ALTER TABLE "ChannelHead" SET (fillfactor = 50);
ALTER TABLE "Member" SET (fillfactor = 80);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: %', TG_OP, TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- A read cursor only rises.
CREATE TRIGGER "Member_readSeq_rises" BEFORE UPDATE OF "readSeq" ON "Member" FOR EACH ROW
  WHEN (NEW."readSeq" < OLD."readSeq") EXECUTE FUNCTION refuse_change('a read cursor only rises');

-- The audit log is append-only, for its owner too.
CREATE TRIGGER "AuditLog_append_only" BEFORE UPDATE OR DELETE ON "AuditLog" FOR EACH ROW
  EXECUTE FUNCTION refuse_change('the audit log is append-only');
CREATE TRIGGER "AuditLog_no_truncate" BEFORE TRUNCATE ON "AuditLog" FOR EACH STATEMENT
  EXECUTE FUNCTION refuse_change('the audit log is append-only');
