-- One database per service: nobody reads another's tables. Runs once, when the volume is new; the tables are Flyway's.
create database gateway;
create database scheduler;
create database analytics;
create database youtube;
create database instagram;
create database tiktok;
create database linkedin;
