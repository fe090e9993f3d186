public import ArgumentParser
public import BenchmarkDatasets

extension DatasetSize: ExpressibleByArgument {}
