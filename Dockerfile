# The explorer page is put together here, so that the image needs neither its packages nor a bundler.
FROM node:26-slim AS explorer
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY src ./src
RUN node src/bin/build-explorer.ts

FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json .npmrc ./
# The image has its own Node and is meant for a PostgreSQL of its own; both are optional dependencies.
RUN npm ci --omit=dev --omit=optional && npm cache clean --force

COPY . .
COPY --from=explorer /app/build ./build

# What Node makes of our modules (src/bin/prepare-process.js), for all of them: the process itself may not write there.
# Each has flags of its own, which what was made is good for.
RUN node --max-semi-space-size=8 --heap-growing-percent=50 --import ./src/bin/prepare-process.js --eval "import('/app/src/context/api.ts').then(() => import('/app/src/graphql/start-api.ts'))" \
 && node --max-semi-space-size=4 --heap-growing-percent=30 --import ./src/bin/prepare-process.js --eval "import('/app/src/context/sync.ts')"

# What a process keeps beside the database, such as the age of the sandbox's world.
RUN mkdir /data && chown node:node /data
USER node
ENV HOST=0.0.0.0 PORT=4000 LOG_FORMAT=json DATA_DIR=/data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "src/bin/health.ts"]

CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=50", "--import", "./src/bin/prepare-process.js", "src/bin/serve.ts"]
