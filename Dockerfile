# One image: the app. PostgreSQL is a service beside it (compose.yaml); without DATABASE_URL the app runs its own in /data.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm run build
# Only what runs stays: the server and the command line, without compilers, test tools and caches.
RUN find . -name node_modules -type d -prune -exec rm -rf {} + \
  && npx --yes pnpm@12.21.0 install --prod --frozen-lockfile --prefer-offline --filter "@chat/web..." --filter "@chat/cli..." \
  && rm -rf apps/web/.next/cache apps/web/.next/dev apps/embed test

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    CHAT_DATA_DIR=/data \
    NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=build /app /app
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=16", "apps/web/server.ts"]
