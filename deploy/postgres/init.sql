-- One database per service: nobody reads another's tables. Runs once, when the volume is new; the tables are Flyway's.
create database gateway;
create database scheduler;
create database analytics;
create database youtube;
create database instagram;
create database tiktok;
create database linkedin;

-- Who looks at a clip in Grafana reads what analytics knows, and changes nothing.
\set password `cat /run/secrets/database-password`
create role reader login password :'password';
grant connect on database analytics to reader;
grant pg_read_all_data to reader;
