-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "provedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "AuditHead" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "entries" BIGINT NOT NULL,
    "lastId" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("id")
);

-- What Prisma's schema language cannot say.

-- A session that is there already was proved when it was made.
UPDATE "Session" SET "provedAt" = "createdAt";

-- Where the log ends so far.
ALTER TABLE "AuditHead" ADD CONSTRAINT "AuditHead_only_one" CHECK (id = 1);
INSERT INTO "AuditHead" ("entries", "lastId", "hash")
  SELECT count(*), coalesce(max(id), 0), coalesce((SELECT hash FROM "AuditLog" ORDER BY id DESC LIMIT 1), '') FROM "AuditLog";

-- Each entry moves it on, with the owner's rights: the app's role can only read it, and so cannot hide that the log was cut.
CREATE FUNCTION advance_audit_head() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE "AuditHead" h SET "entries" = h."entries" + added.count, "lastId" = last.id, "hash" = last.hash
    FROM (SELECT count(*) FROM added) added, (SELECT id, hash FROM added ORDER BY id DESC LIMIT 1) last;
  RETURN NULL;
END $$;
CREATE TRIGGER "AuditLog_advances" AFTER INSERT ON "AuditLog" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION advance_audit_head();

-- It only advances, for its owner too.
CREATE TRIGGER "AuditHead_advances" BEFORE UPDATE ON "AuditHead" FOR EACH ROW
  WHEN (NEW."entries" <= OLD."entries" OR NEW."lastId" <= OLD."lastId") EXECUTE FUNCTION refuse_change('the end of the audit log only advances');
CREATE TRIGGER "AuditHead_stays" BEFORE DELETE ON "AuditHead" FOR EACH ROW EXECUTE FUNCTION refuse_change('the end of the audit log only advances');
CREATE TRIGGER "AuditHead_no_truncate" BEFORE TRUNCATE ON "AuditHead" FOR EACH STATEMENT
  EXECUTE FUNCTION refuse_change('the end of the audit log only advances');

-- Messages that come back, since an appeal was granted.
CREATE INDEX "CaseDecision_comes_back" ON "CaseDecision" ("id") WHERE "deletesAt" IS NULL AND "deletedAt" IS NOT NULL;
