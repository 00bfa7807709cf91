-- Nobody mentioned is an empty list, never NULL.
UPDATE "Message" SET "mentionIds" = '{}' WHERE "mentionIds" IS NULL;
ALTER TABLE "Message" ALTER COLUMN "mentionIds" SET DEFAULT ARRAY[]::UUID[], ALTER COLUMN "mentionIds" SET NOT NULL;
