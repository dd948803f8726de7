-- What is on its way is counted for each pass, however much is waiting.
create index webhook_delivery_on_its_way on webhook_delivery (endpoint_id)
    where state = 'PENDING' and leased_until is not null;
