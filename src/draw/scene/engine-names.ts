import type { Engine } from '../../vocabulary/words.js';

const names: Readonly<Record<Engine, string>> = {
  mysql: 'MySQL',
  mariadb: 'MariaDB',
  postgresql: 'PostgreSQL',
  sqlserver: 'SQL Server',
  oracle: 'Oracle Database',
  mongodb: 'MongoDB',
  cassandra: 'Cassandra',
  dynamodb: 'DynamoDB',
  sqlite: 'SQLite',
  redis: 'Redis',
  valkey: 'Valkey',
  memcached: 'Memcached',
  rabbitmq: 'RabbitMQ',
  kafka: 'Kafka',
  nats: 'NATS',
  sqs: 'SQS',
  elasticsearch: 'Elasticsearch',
  opensearch: 'OpenSearch',
  s3: 'S3',
  nfs: 'NFS',
};

/** An engine as its makers write it. */
export function engineName(engine: Engine): string {
  return names[engine];
}
