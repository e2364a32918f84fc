#pragma once
#include <string>
#include <vector>

#include "eval/eval.hpp"
#include "model/rail/run.hpp"

/// Trains and paths in the files of TrainRuns.jl (railtoolkit's rolling-stock and running-path schemas, 2022.05), as the
/// model's own.
namespace gs::eval::trainruns {

struct Vehicles {
  model::rail::Train train;
  model::rail::Newtons traction, wagons;  ///< of the level resistance, by vehicle
};

struct Path {
  double start_m = 0.0;  ///< chainage where it begins; the line counts from 0
  model::rail::Line line;
  std::vector<double> front_m, rear_m;  ///< points of interest from there, for the one or the other end of the train
};

/// trains/ID.yaml of the folder: the first train of the file, loaded to its limit. The traction unit's resistance is after
/// Wende (base on driven, rolling on other axles, air at 15 km/h headwind), that of freight wagons after Strahl, of coaches
/// after Sauthoff; a train with coaches brakes with 0.375, without with 0.225 m/s2, unless its file says.
Vehicles vehicles(const Folder&, const std::string& id, std::vector<Error>& problems);
/// paths/ID.yaml of the folder: the first path of the file.
Path path(const Folder&, const std::string& id, std::vector<Error>& problems);

}  // namespace gs::eval::trainruns
