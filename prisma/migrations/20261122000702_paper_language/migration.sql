-- A paper in another language has to be translated before it is filed. Null: nobody has said.
alter table document add column language text;
alter table document add column translated boolean;
