#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scene/filter.hpp"

/// The program as a figure in somebody's article: what it says, as plain data.
namespace gs {

struct EmbedHead {
  std::string title, words;
  bool told = false;  ///< the words are the text of a story's step
};
/// The step of the story that is told, else what is selected and what it saves, else what the map shows and what all of it,
/// `total`, saves (no words of it before there are results).
EmbedHead embed_head(const World&, const State&, const Total& total);

/// What is selected, in a few rows.
struct EmbedCard {
  struct Row {
    std::string caption, value;
    bool simulated = false;
  };
  std::string kind, name;
  std::vector<Row> rows;
  std::string saving;  ///< what the headline says of it; empty where no figure is simulated
};
std::optional<EmbedCard> embed_card(const World&, const State&);

/// The symbols that the view lets onto the map.
std::vector<Category> embed_legend(const ViewState&);

/// Steps of the story that is told, 0 without one.
int embed_steps(const World&, const ViewState&);

/// As many whole sentences from the beginning as `fits` allows, at least the first.
std::string whole_sentences(std::string_view text, const std::function<bool(std::string_view)>& fits);

/// Without what has no place beside the map: panels, workings, the hours of a year.
State as_embedded(State);

/// The address of the explorer at a state, from the embed's own: embed.html gives way to index.html, its query goes.
std::string explorer_address(std::string_view page, std::string_view fragment);

}  // namespace gs
