mod drills;
mod tests_of_people;
