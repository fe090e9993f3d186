// FrontierSearch
