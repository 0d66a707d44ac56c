FROM node:26-slim

ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json .npmrc ./
# The image has its own Node and is meant for a PostgreSQL of its own; both are optional dependencies.
RUN npm ci --omit=dev --omit=optional && npm cache clean --force

COPY . .

USER node
ENV HOST=0.0.0.0 PORT=4000 LOG_FORMAT=json
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "src/bin/health.ts"]

CMD ["node", "src/bin/serve.ts"]
